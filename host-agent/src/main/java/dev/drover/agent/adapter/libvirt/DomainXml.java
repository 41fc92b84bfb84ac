package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.id.DeviceId;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What libvirt's definition of a domain says (https://libvirt.org/formatdomain.html). */
final class DomainXml {
    private final Element domain;

    private DomainXml(Element domain) {
        this.domain = domain;
    }

    /** Reads a definition as libvirt gave it; {@link IllegalArgumentException} for anything else. No entity is followed. */
    static DomainXml parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new DomainXml(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("this is no definition of a domain: " + e.getMessage(), e);
        }
    }

    /** The elements at this path below the domain, in the order of the definition. */
    List<Element> all(String path) {
        try {
            NodeList found = (NodeList) xpath().evaluate(path, domain, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(found::item)
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** Its disks, by the names under which it sees them. */
    List<DeviceId> diskNames() {
        return all("devices/disk[not(@device) or @device='disk' or @device='lun']").stream()
                .flatMap(disk -> text(disk, "target/@dev").stream())
                .map(DeviceId::new)
                .toList();
    }

    /** The text or attribute at this path below the element; empty where there is none. */
    static Optional<String> text(Element below, String path) {
        try {
            return Optional.of(xpath().evaluate(path, below)).filter(text -> !text.isBlank());
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** {@link XPath} is not for several threads. */
    private static XPath xpath() {
        return XPathFactory.newInstance().newXPath();
    }
}
