"""XML read in parts: tags, attributes and texts in order, within bounds."""

import io

import pytest

from painlog.errors import BadFileError
from painlog.formats import xml_events as module
from painlog.formats.xml_events import XmlEvent, attribute, xml_events


def events(text, **more):
    return list(xml_events(io.BytesIO(text.encode()), "a.xml", **more))


def test_tags_and_texts_come_in_order_without_prefixes():
    assert events('<x:a xmlns:x="y">one<b c="d"/> &amp;</x:a>')[1:] == [
        XmlEvent("", None, "one"),
        XmlEvent("b", {"c": "d"}),
        XmlEvent("b", None),
        XmlEvent("", None, " &"),
        XmlEvent("a", None),
    ]


def test_lines_are_told_where_they_are_wanted():
    begun = [event for event in events("<a>\n<b/></a>", lines=True) if event.attributes is not None]
    assert [event.line for event in begun] == [1, 2]


def test_an_attribute_is_found_whatever_its_prefix():
    assert attribute({"r:id": "1", "name": "2"}, "id") == "1"
    assert attribute({"name": "2"}, "name") == "2"
    assert attribute({}, "name") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a>", "is damaged, or has a password (XML, no element found"),
        ("no XML", "is damaged, or has a password (XML, syntax error"),
        ('<?xml version="1.0" encoding="nought"?><a/>', "(XML, unknown encoding"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "it declares entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><a>&b;</a>', "it declares entities"),
        ("<a>" * 200, "it is nested too deeply"),
        (f'<a b="{"x" * 300_000}"/>', "a part of it is too long"),
    ],
)
def test_what_is_no_plain_xml_is_refused(monkeypatch, text, said):
    monkeypatch.setattr(module, "LONGEST_PIECE", 100_000)
    with pytest.raises(BadFileError) as refused:
        events(text)
    assert said in str(refused.value)
