"""A PDF that does not bring its font: the machine that opens it is to have one."""

_OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    "<</Length {length}>>\nstream\n{drawn}\nendstream",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
    (
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
    ),
    (
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
    ),
)


def pdf_in_a_borrowed_font(text: str) -> bytes:
    """Answer a page that says `text` in a font that it only names."""
    drawn = f"BT /F1 20 Tf 20 40 Td <{text.encode('utf-16-be').hex()}> Tj ET"
    made, starts = b"%PDF-1.4\n", []
    for number, words in enumerate(_OBJECTS, start=1):
        starts.append(len(made))
        filled = words.replace("{length}", str(len(drawn))).replace("{drawn}", drawn)
        made += f"{number} 0 obj\n{filled}\nendobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    count = len(starts) + 1
    return (
        made
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
        ).encode()
    )
