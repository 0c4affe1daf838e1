"""The picture of the made-up episode's show."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw


def draw_cover() -> bytes:
    """The made-up show's picture: a lamp over dark water."""
    picture = Image.new("RGB", (256, 256), "#14213d")
    canvas = ImageDraw.Draw(picture)
    canvas.polygon([(128, 70), (256, 20), (256, 120)], fill="#fca311")
    canvas.polygon([(128, 70), (0, 20), (0, 120)], fill="#fca311")
    canvas.polygon([(108, 210), (118, 84), (138, 84), (148, 210)], fill="#e5e5e5")
    canvas.rectangle((116, 56, 140, 84), fill="#ffffff")
    canvas.rectangle((0, 210, 256, 256), fill="#0b132b")
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
