"""Small spreadsheets for tests, written part by part as programs write them."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Styles by their place: none, date, date and time, time of day, length of time, percent.
DATE, MOMENT, CLOCK, LENGTH, PERCENT = 1, 2, 3, 4, 5
_STYLES = (
    f'<styleSheet xmlns="{_SPREADSHEET}"><numFmts count="1">'
    '<numFmt numFmtId="170" formatCode="dd.mm.yyyy\\ hh:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="46"/>'
    '<xf numFmtId="9"/></cellXfs>'
    "</styleSheet>"
)


def xlsx(path, sheets, *, strings=(), hidden=(), workbook="", **parts):
    """Write an XLSX file; a sheet is rows of cells, its XML from <sheetData>, or all of it."""
    names, states = list(sheets), ("visible", "hidden")
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}" '
        f'state="{states[name in hidden]}"/>'
        for n, name in enumerate(names, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(names) + 1)
    )
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}">{workbook}'
            f"<sheets>{listed}</sheets></workbook>",
        )
        file.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>")
        file.writestr("xl/styles.xml", _STYLES)
        file.writestr("xl/sharedStrings.xml", f"<sst>{shared}</sst>")
        for n, name in enumerate(names, start=1):
            file.writestr(f"xl/worksheets/sheet{n}.xml", _worksheet(sheets[name]))
        for part, text in parts.items():
            file.writestr(part, text)
    return path


def _worksheet(data):
    if isinstance(data, str):
        raw = not data.startswith("<sheetData>")
        return data if raw else f'<worksheet xmlns="{_SPREADSHEET}">{data}</worksheet>'
    rows = (f'<row r="{n}">{"".join(map(_cell, row))}</row>' for n, row in enumerate(data, start=1))
    return _worksheet(f"<sheetData>{''.join(rows)}</sheetData>")


def _cell(value):
    if value is None:
        return "<c/>"
    if isinstance(value, tuple):
        number, style = value
        return f'<c s="{style}"><v>{number}</v></c>'
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def ods(path, tables, styles=""):
    """Write an ODS file; a table is the XML of its rows, by its name and its attributes."""
    body = "".join(f"<table:table {named}>{rows}</table:table>" for named, rows in tables.items())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "content.xml",
            '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" '
            f'xmlns:style="s"><office:automatic-styles>{styles}</office:automatic-styles>'
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return path


def text_cell(text, more=""):
    """Return a cell of an ODS file that holds a text."""
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{escape(text)}</text:p>'
        "</table:table-cell>"
    )


def ods_cell(kind, name, value, more=""):
    """Return a cell of an ODS file with a value of another kind."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}>'
        "<text:p>as shown</text:p></table:table-cell>"
    )
