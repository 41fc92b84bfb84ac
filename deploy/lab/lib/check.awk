# One guest's verdict, from its serial lines (each after the name of the host it was said on).
# -v name=NAME -v where="h1:running,h2:paused" -v silent_s=SECONDS -v as_json=0|1
# A migration may cut a line in two, one part in each host's log: only lines whose tick number is complete count,
# and a few missing ones are no fault.

function number(key,   at) { # of the current line, or -1: a number is complete only with what follows it
  if (!(at = match($0, " " key "=[0-9]+ "))) return -1
  return substr($0, at + length(key) + 2) + 0
}
function blame(reason) { reasons = reasons (reasons == "" ? "" : "; ") reason }

/ CORRUPT / { corrupt++ }
/guest: pages=/ { boots++ }
/ tick=[0-9]+ / {
  tick = number("tick")
  if (tick in said_on) double++ # on another host, or again on this one: both are a second life
  said_on[tick] = $1
  if (tick > last) last = tick
  if (number("corrupt") > 0) corrupt++
  lost_ms = number("lost_ms")
  if (lost_ms >= 0) lost[tick] = latest_lost = lost_ms
  gap_us = number("gap_us")
  if (gap_us > max_gap_us) max_gap_us = gap_us
}
END {
  for (t = 1; t <= last; t++) {
    if (!(t in said_on)) { missing++; continue }
    # over three lines, as the clocks compared have whole seconds
    if (t - 3 in lost && t in lost && lost[t] - lost[t - 3] > stop) stop = lost[t] - lost[t - 3]
  }
  if (where == "") blame("runs nowhere")
  else if (where !~ /^h[0-9]+:running$/) blame("is not running in exactly one place")
  if (boots != 1) blame("booted " boots + 0 " times")
  if (corrupt) blame("memory or disk is corrupt")
  if (double) blame("lines said twice")
  if (missing > 8) blame("lines missing")
  if (silent_s > 15) blame("silent for " silent_s " s")
  if (as_json) {
    gsub(/"/, "\\\"", reasons)
    printf "{\"name\":\"%s\",\"ok\":%s,\"at\":\"%s\"," \
      "\"boots\":%d,\"ticks\":%d,\"missing\":%d,\"corrupt\":%d,\"double\":%d," \
      "\"lostMs\":%d,\"maxStopMs\":%d,\"maxGapMs\":%d,\"silentSeconds\":%d,\"reason\":\"%s\"}\n",
      name, reasons == "" ? "true" : "false", where == "" ? "nowhere" : where, boots, last, missing, corrupt, double,
      latest_lost, stop, max_gap_us / 1000, silent_s, reasons
  } else {
    printf "%-4s %-12s at=%s boots=%d ticks=%d missing=%d corrupt=%d double=%d " \
      "lost_ms=%d max_stop_ms=%d max_gap_ms=%d%s\n",
      reasons == "" ? "ok" : "BAD", name, where == "" ? "nowhere" : where, boots, last, missing, corrupt, double,
      latest_lost, stop, max_gap_us / 1000, reasons == "" ? "" : " (" reasons ")"
  }
  exit reasons != ""
}
