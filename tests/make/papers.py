"""Reads printed forms back, and sends the pictures that they show."""

import pypdfium2

from tests.make.people import Browser
from tests.make.pictures import picture, sha256


def send_picture(browser: Browser, *, seed: int = 0) -> str:
    """Send a photo as a phone does and answer its hash."""
    data = picture("JPEG", 480, 360, seed=seed)
    answered = browser.with_token("PUT", f"/api/v1/photos/{sha256(data)}", data=data)
    assert answered.status_code in (200, 201), answered.get_json()
    return sha256(data)


def printed(data: bytes) -> str:
    """Answer what a PDF says, all pages in one."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
