/*
 * A bare-metal x86 guest that exists to be live-migrated. It fills its memory with a pattern it can
 * recompute, rewrites a working set at a set rate, verifies every page it rewrites (and, slowly, all
 * others), and once a second reports on the serial port (COM1). Boots with QEMU's -kernel (multiboot 1).
 *
 * Command line (all optional):
 *   dirty_mb=4 dirty_rate=1     working set in MiB, and how many MiB of its pages are rewritten a second
 *   rate2=0 on_s=0 off_s=0      if on_s and off_s are set: dirty_rate for on_s seconds, then rate2 for off_s
 *   fill_mb=0                   static memory besides the working set (0: all that is left); the rest stays zero
 *   text=0                      1: static memory compresses well; 0: it does not compress
 *   verify_rate=1               MiB of all memory read and verified a second
 *   hz=100                      timer interrupts a second
 *   catchup_ms=50               after a longer pause, work that was due before it is skipped (auto-converge throttles
 *                               by pausing: a guest that catches up defeats it)
 *   disk_mb=0 disk_kbps=64      rewrite and verify the first disk_mb MiB of the primary IDE disk
 *
 * One line a second, all numbers decimal:
 *   T=hh:mm:ss tick=N up_ms=N pages=N pass=N gap_us=N lost_ms=N verified=N corrupt=N disk=N
 *   T      wall clock (RTC)                 tick     lines printed so far, plus one
 *   up_ms  the guest's own (virtual) time   pages    working-set pages rewritten since boot
 *   pass   rounds over the working set      verified pages found intact since boot
 *   gap_us longest pause between two rounds of the main loop in virtual time: the guest ran but was slow
 *   lost_ms wall time minus virtual time since the first line: how long the guest was stopped in all (downtimes)
 *   corrupt words that did not hold what was written there (each of the first 20 also gets a CORRUPT line)
 *   disk   sectors rewritten since boot
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

enum { PAGE = 4096, WORDS = PAGE / 4, STRIDE = 128 }; /* word 0 of every 512 bytes carries the pass */

__asm__(".section .multiboot,\"ax\"\n"
        ".align 4\n.long 0x1BADB002, 2, -(0x1BADB002 + 2)\n" /* multiboot header: wants memory size */
        ".globl _start\n_start: mov $stack_top, %esp\n push %ebx\n call guest_main\n1: hlt\n jmp 1b\n"
        "irq: push %eax\n mov $0x20, %al\n out %al, $0xa0\n out %al, $0x20\n pop %eax\n iret\n"
        "trap: cli\n call trapped\n1: hlt\n jmp 1b\n"
        ".bss\n.align 16\n.skip 16384\nstack_top:\n.text\n");
extern u8 irq[], trap[];

static inline void outb(u16 port, u8 v) { __asm__ volatile("outb %0,%1" ::"a"(v), "Nd"(port)); }
static inline u8 inb(u16 port) { u8 v; __asm__ volatile("inb %1,%0" : "=a"(v) : "Nd"(port)); return v; }

/* 64 by 32 bit division without libgcc */
static u64 divide(u64 n, u32 d) {
  u32 high = n >> 32, low = n, qh = high / d, rem = high % d, ql;
  __asm__("divl %2" : "=a"(ql), "+d"(rem) : "r"(d), "a"(low));
  return ((u64)qh << 32) | ql;
}

static void put(const char *s) {
  for (; *s; s++) {
    while (!(inb(0x3FD) & 0x20)) { }
    outb(0x3F8, *s);
  }
}
static void put_number(u64 n) {
  char buffer[24], *p = buffer + 23;
  *p = 0;
  do {
    u64 q = divide(n, 10);
    *--p = '0' + (u32)(n - q * 10);
    n = q;
  } while (n);
  put(p);
}
static void put_field(const char *name, u64 n) { put(name); put_number(n); }

__attribute__((used)) void trapped(void) { put("\nCORRUPT trap: the processor raised an exception\n"); }

/* virtual time: the HPET counts 10 ns ticks and stands still while the guest is stopped */
static volatile u32 *const hpet = (u32 *)0xFED00000;
static u32 ticks_per_us = 100;
static u64 hpet_now(void) {
  u32 high, low;
  do { high = hpet[0xF4 / 4]; low = hpet[0xF0 / 4]; } while (high != hpet[0xF4 / 4]);
  return ((u64)high << 32) | low;
}

/* wall time: the RTC follows the host's clock, also across a stop */
static u8 cmos(u8 reg) { outb(0x70, reg); return inb(0x71); }
static u32 bcd(u8 v) { return (v >> 4) * 10 + (v & 15); }
static u32 wall_seconds(void) {
  while (cmos(10) & 0x80) { } /* update in progress */
  return bcd(cmos(4)) * 3600 + bcd(cmos(2)) * 60 + bcd(cmos(0));
}

static u32 option(const char *line, const char *name, u32 fallback) {
  for (const char *p = line; *p; p++) {
    if (p != line && p[-1] != ' ') continue;
    const char *a = p, *b = name;
    while (*b && *a == *b) { a++; b++; }
    if (*b || *a != '=') continue;
    u32 v = 0;
    for (a++; *a >= '0' && *a <= '9'; a++) v = v * 10 + (*a - '0');
    return v;
  }
  return fallback;
}

static u32 arena, pages, dirty_pages, filled_pages, text;
static u64 rewritten, verified, corrupt, sectors;
static u32 cursor, pass; /* the next page to rewrite, and the round it belongs to */

static u32 mix(u32 x) { x ^= x << 13; x ^= x >> 17; x ^= x << 5; return x; }
static u32 stamp(u32 page, u32 round) { return mix(page * 2654435761u + round * 40503u + 1); }
static u32 *page_at(u32 page) { return (u32 *)(arena + page * PAGE); }

static void wrong(const char *what, u32 where, u32 offset, u32 want, u32 got) {
  if (corrupt++ >= 20) return;
  put("CORRUPT ");
  put_field(what, where);
  put_field(" offset=", offset);
  put_field(" want=", want);
  put_field(" got=", got);
  put("\n");
}
static void expect(u32 page, u32 word, u32 want) {
  u32 got = ((volatile u32 *)page_at(page))[word];
  if (got != want) wrong("page=", page, word * 4, want, got);
}
static void fill(u32 page) {
  u32 *p = page_at(page), x = stamp(page, 77);
  for (u32 i = 0; i < WORDS; i++) {
    p[i] = i % STRIDE ? (text ? 0x6f6c6c61u + (page & 15) : x) : stamp(page, 0);
    x = mix(x);
  }
}
static u32 round_of(u32 page) { return page >= dirty_pages ? 0 : page < cursor ? pass : pass - 1; }
static void verify(u32 page) {
  u32 x = stamp(page, 77), s = stamp(page, round_of(page));
  if (page >= filled_pages) {
    for (u32 i = 0; i < WORDS; i++) expect(page, i, 0);
  } else {
    for (u32 i = 0; i < WORDS; i++) {
      expect(page, i, i % STRIDE ? (text ? 0x6f6c6c61u + (page & 15) : x) : s);
      x = mix(x);
    }
  }
  verified++;
}
static void rewrite_next(void) {
  u32 old = stamp(cursor, pass - 1), new = stamp(cursor, pass);
  for (u32 i = 0; i < WORDS; i += STRIDE) {
    expect(cursor, i, old);
    page_at(cursor)[i] = new;
  }
  rewritten++;
  if (++cursor == dirty_pages) { cursor = 0; pass++; }
}

/* the disk, by programmed I/O: sector n of round r holds stamp(n, r) in every word */
static u32 disk_sectors, disk_cursor, disk_pass = 1;
static void disk_command(u32 sector, u8 command) {
  while (inb(0x1F7) & 0x80) { }
  outb(0x1F6, 0xE0 | (sector >> 24 & 15));
  outb(0x1F2, 1);
  outb(0x1F3, sector);
  outb(0x1F4, sector >> 8);
  outb(0x1F5, sector >> 16);
  outb(0x1F7, command);
  u8 status;
  do status = inb(0x1F7); while ((status & 0x80) || !(status & 0x09));
  if (status & 1) wrong("disk error at sector=", sector, 0, command, inb(0x1F1));
}
static void disk_rewrite_next(void) {
  static u32 data[128];
  void *p = data;
  u32 n = 256, want = disk_pass == 1 ? 0 : stamp(disk_cursor, disk_pass - 1);
  disk_command(disk_cursor, 0x20);
  __asm__ volatile("cld; rep insw" : "+D"(p), "+c"(n) : "d"(0x1F0) : "memory");
  if (disk_pass > 1)
    for (u32 i = 0; i < 128; i++) if (data[i] != want) wrong("sector=", disk_cursor, i * 4, want, data[i]);
  for (u32 i = 0; i < 128; i++) data[i] = stamp(disk_cursor, disk_pass);
  p = data;
  n = 256;
  disk_command(disk_cursor, 0x30);
  __asm__ volatile("cld; rep outsw" : "+S"(p), "+c"(n) : "d"(0x1F0) : "memory");
  while (inb(0x1F7) & 0x80) { }
  sectors++;
  if (++disk_cursor == disk_sectors) { disk_cursor = 0; disk_pass++; }
}

static void interrupts(u32 hz) {
  static u64 gdt[3] = {0, 0x00CF9A000000FFFFull, 0x00CF92000000FFFFull}, idt[256];
  static struct { u16 limit; u32 base; } __attribute__((packed)) gdtr, idtr;
  for (u32 i = 0; i < 256; i++) {
    u32 h = i < 32 ? (u32)trap : (u32)irq;
    idt[i] = (u64)((h & 0xFFFF0000u) | 0x8E00) << 32 | 0x80000u | (h & 0xFFFF);
  }
  gdtr.limit = sizeof gdt - 1; gdtr.base = (u32)gdt;
  idtr.limit = sizeof idt - 1; idtr.base = (u32)idt;
  __asm__ volatile("lgdt %0\n lidt %1\n ljmp $8,$1f\n1: mov $16,%%eax\n mov %%eax,%%ds\n mov %%eax,%%es\n mov %%eax,%%ss\n"
                   ::"m"(gdtr), "m"(idtr) : "eax");
  static const u8 pic[][2] = {{0x20, 0x11}, {0xA0, 0x11}, {0x21, 0x20}, {0xA1, 0x28}, {0x21, 4}, {0xA1, 2},
                              {0x21, 1}, {0xA1, 1}, {0x21, 0xFA}, {0xA1, 0xFE}}; /* timer, cascade, RTC */
  for (u32 i = 0; i < sizeof pic / 2; i++) outb(pic[i][0], pic[i][1]);
  u32 divisor = 1193182 / hz;
  outb(0x43, 0x34); outb(0x40, divisor); outb(0x40, divisor >> 8);
  outb(0x70, 0x8B); outb(0x71, 0x12); /* RTC: 24 hours, BCD, interrupt at each second */
  cmos(12);
  hpet[0x10 / 4] = 1; /* HPET: count */
}

static void report(u32 wall, u64 now, u64 gap, u32 lost_ms) {
  static u64 ticks;
  put("T=");
  for (u32 v = wall / 3600, i = 0; i < 3; v = i ? wall % 60 : wall / 60 % 60, i++) {
    if (i) put(":");
    if (v < 10) put("0");
    put_number(v);
  }
  put_field(" tick=", ++ticks);
  put_field(" up_ms=", divide(now, ticks_per_us * 1000));
  put_field(" pages=", rewritten);
  put_field(" pass=", pass);
  put_field(" gap_us=", divide(gap, ticks_per_us));
  put_field(" lost_ms=", lost_ms);
  put_field(" verified=", verified);
  put_field(" corrupt=", corrupt);
  put_field(" disk=", sectors);
  put("\n");
}

__attribute__((used)) void guest_main(u32 *info) {
  static char line[1024];
  const char *given = info[0] & 4 ? (const char *)info[4] : "";
  for (u32 i = 0; i < sizeof line - 1 && given[i]; i++) line[i] = given[i];
  u32 memory = info[0] & 1 ? info[2] : 15 * 1024; /* KiB above 1 MiB */
  outb(0x3FB, 3); outb(0x3FA, 7); outb(0x3F9, 0);

  arena = 2 << 20;
  pages = (memory - 2 * 1024) / 4; /* the first and the last MiB are left alone */
  dirty_pages = option(line, "dirty_mb", 4) << 8;
  if (dirty_pages > pages) dirty_pages = pages;
  if (!dirty_pages) dirty_pages = 1;
  u32 fill_mb = option(line, "fill_mb", 0);
  filled_pages = fill_mb ? dirty_pages + (fill_mb << 8) : pages;
  if (filled_pages > pages) filled_pages = pages;
  text = option(line, "text", 0);
  u32 rate1 = option(line, "dirty_rate", 1) << 8, rate2 = option(line, "rate2", 0) << 8;
  u32 on = option(line, "on_s", 0), off = option(line, "off_s", 0);
  u32 verify_rate = option(line, "verify_rate", 1) << 8, hz = option(line, "hz", 100);
  u32 catchup = option(line, "catchup_ms", 50) * 1000;
  disk_sectors = option(line, "disk_mb", 0) << 11;
  u32 disk_rate = disk_sectors ? option(line, "disk_kbps", 64) * 2 : 0;

  put("\nguest: ");
  put(line);
  put("\n");
  for (u32 i = 0; i < filled_pages; i++) fill(i);
  pass = 1;
  interrupts(hz < 20 ? 20 : hz);
  if (hpet[1] >= 1000000) ticks_per_us = 1000000000u / hpet[1];
  put_field("guest: pages=", pages);
  put_field(" dirty=", dirty_pages);
  put_field(" filled=", filled_pages);
  put("\n");

  u32 sweep = 0, wall = 0, days = 0;
  u64 first = 0, first_wall = 0;
  u64 last = hpet_now(), worst = 0, owed = 0, verify_owed = 0, disk_owed = 0, start = last;
  for (;;) {
    __asm__ volatile("sti; hlt; cli");
    u64 now = hpet_now(), step = now - last;
    last = now;
    if (step > worst) worst = step;
    if (step > (u64)ticks_per_us * catchup) step = (u64)ticks_per_us * catchup;
    u32 us = divide(step, ticks_per_us), rate = rate1;
    if (on && off) {
      u32 s = divide(now - start, ticks_per_us * 1000000);
      if (s % (on + off) >= on) rate = rate2;
    }
    for (owed += (u64)us * rate; owed >= 1000000; owed -= 1000000) rewrite_next();
    for (verify_owed += (u64)us * verify_rate; verify_owed >= 1000000; verify_owed -= 1000000) {
      verify(sweep);
      if (++sweep == pages) sweep = 0;
    }
    for (disk_owed += (u64)us * disk_rate; disk_owed >= 1000000; disk_owed -= 1000000) disk_rewrite_next();

    int second = cmos(12) & 0x10; /* the RTC's clock moved on */
    if (second) {
      u32 w = wall_seconds();
      now = hpet_now(); /* the work above may have taken long */
      if (w < wall) days++;
      wall = w;
      u64 seconds = days * 86400ull + w;
      if (!first) { first = now; first_wall = seconds; }
      u64 wall_ms = (seconds - first_wall) * 1000, virtual_ms = divide(now - first, ticks_per_us * 1000);
      report(w, now, worst, wall_ms > virtual_ms ? wall_ms - virtual_ms : 0);
      worst = 0;
    }
  }
}
