"""What a PDF says of itself: XMP, output intent, language, and which profiles it keeps to."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lrt_desk.documents.pdf_style import drawable
from lrt_desk.paths import RESOURCES

if TYPE_CHECKING:
    import pikepdf

    from lrt_desk.documents.tree import Document

PRODUCER = "LRT Desk"

# PDF/A-2 (ISO 19005-2) section 6.6.2.3 wants a schema for every property it does not know
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>{identifier}</dc:identifier>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Write metadata, output intent, language and viewer preferences into an open PDF."""
    import pikepdf

    name, root = pikepdf.Name, pdf.Root
    metadata = pikepdf.Stream(pdf, xmp(document))
    metadata.Type, metadata.Subtype = name.Metadata, name.XML
    root.Metadata = metadata
    profile = pikepdf.Stream(pdf, (RESOURCES / "icc" / "sRGB.icc").read_bytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=name.OutputIntent,
        S=name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB",
        DestOutputProfile=profile,
    )
    root.OutputIntents = pikepdf.Array([intent])
    root.Lang = document.lang
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    moment = f"D:{document.date:%Y%m%d}000000Z"
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary(
            Title=drawable(document.title),
            Producer=PRODUCER,
            CreationDate=moment,
            ModDate=moment,
        )
    )


def xmp(document: Document) -> bytes:
    """Write the XMP packet (ISO 16684-1) of a document."""
    return _XMP.format(
        title=escape(drawable(document.title)),
        lang=document.lang,
        identifier=escape(drawable(document.identifier)),
        date=document.date.isoformat(),
        producer=PRODUCER,
    ).encode()
