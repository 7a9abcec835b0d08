"""Shapes as SVG, and what may stand in them."""

import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from painlog.views.clinician.drawing import picture, shape, text, text_in_halo


def test_a_shape_carries_its_look_for_print_and_its_class_for_the_screen():
    assert shape("line", "grid", x1=1, x2=2.5, y1=0, y2=1 / 3) == (
        '<line class="grid" stroke="#c4c4c4" stroke-width="0.6" fill="none" '
        'x1="1" x2="2.5" y1="0" y2="0.33"/>'
    )


def test_an_attribute_of_its_own_goes_before_the_look():
    assert shape("circle", "dot", fill="none", stroke_width=2) == (
        '<circle class="dot" fill="none" stroke="none" stroke-width="2"/>'
    )


def test_a_picture_is_one_element_with_a_name():
    drawn = picture(10, 20.5, [text("a < b", x=1)], 'Says "a & b".')
    assert drawn.words == 'Says "a & b".'
    assert drawn.svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20.5" width="10" height="20.5" '
        'role="img" aria-label="Says &quot;a &amp; b&quot;."><text class="text" fill="#1a1a1a" '
        'font-family="Libertinus Serif, serif" font-size="10" x="1">a &lt; b</text></svg>'
    )


def test_what_xml_forbids_is_replaced():
    assert text("a\ufffeb\uffff").endswith(">a\ufffdb\ufffd</text>")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_text_stays_a_text(words):
    root = ET.fromstring(picture(1, 1, [text(words)], words).svg)
    kept = words.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert (root[0].text or "") == kept
    assert root.attrib["aria-label"] == kept
    assert len(root) == 1


def test_the_halo_of_a_text_lies_under_all_of_its_letters():
    halo, letters = re.findall(r"<text [^>]*>[^<]*</text>", text_in_halo("before 5.3", x=10, y=20))
    assert (halo.count('fill="#ffffff"'), halo.count('stroke="#ffffff"')) == (1, 1)
    assert "stroke" not in letters
    assert halo.endswith('x="10" y="20">before 5.3</text>')
    assert letters.endswith('x="10" y="20">before 5.3</text>')
