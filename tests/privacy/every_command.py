"""Run every command, good and bad, in one process that can reach nothing and start nothing."""

import json
import sys

FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.",
    "webbrowser.",
)
COMMANDS: tuple[list[str], ...] = (
    [],
    ["--help"],
    ["--version"],
    ["add", "left heel", "6", "-t", "stretching", "--before", "8", "--note", "after a walk"],
    ["add", "nowhere", "6"],
    ["add", "heel", "6", "--at", "the day before yesterday"],
    ["take", "sumatriptan", "50 mg", "--for", "head", "--at", "the day before yesterday"],
    ["take", "ibuprofn"],
    ["checkin"],
    ["regions", "order", "left heel"],
    ["factors", "add", "steps"],
    ["factors", "ask", "steps"],
    ["day", "--sleep", "6.5", "--factor", "steps=8000", "--note", "long drive"],
    ["factors"],
    ["factors", "rename", "steps", "paces"],
    ["factors", "remove", "paces", "--yes"],
    ["peg", "6", "5", "7"],
    ["start", "stretching", "--region", "left heel", "--on", "2026-03-01"],
    ["stop", "stretching"],
    ["consult", "--note", "see you"],
    ["edit", "1", "--note", "new"],
    ["remove", "2"],
    ["undo"],
    ["history"],
    ["redo"],
    ["add", "neck", "5", "--at", "2 hours ago"],
    ["over", "neck"],
    ["today"],
    ["list"],
    ["show", "1"],
    ["chart"],
    ["calendar"],
    ["map"],
    ["courses"],
    ["regions", "add", "crook"],
    ["treatments", "show", "dry needling"],
    ["redflags"],
    ["report"],
    ["report", "--format", "json"],
    ["report", "--format", "markdown"],
    ["report", "--format", "html", "--output", "it.html"],
    ["report", "--format", "pdf", "--output", "it.pdf"],
    ["compare", "nothing", "stretching", "--region", "left heel"],
    ["trial", "plan", "heat", "cold", "--region", "left heel", "--agreed", "today", "--yes"],
    ["trial"],
    ["trial", "show"],
    ["trial", "export", "--output", "trial.csv"],
    ["trial", "stop"],
    ["explain", "NAP"],
    ["demo"],
    ["export", "--output", "it.csv"],
    ["export", "--format", "json", "--output", "it.json"],
    ["export", "--format", "fhir", "--output", "it.fhir"],
    ["import", "it.csv"],
    ["import", "it.json"],
    ["import", "none.csv"],
    ["mappings"],
    ["backup", "copy.db"],
    ["restore", "copy.db"],
    ["check"],
    ["where"],
    ["find", "walk"],
    ["trial"],
    ["help", "add"],
    ["version"],
    ["week"],
    ["remind"],
    ["settings"],
    ["settings", "set", "country", "GB"],
    ["completion", "bash"],
    ["--debug", "add", "nowhere", "6"],
    ["erase", "--all", "--yes"],
)


def run():
    """Print what was tried that is forbidden, and which codes the commands ended with."""
    tried = []

    def refuse(event, arguments):
        if event.startswith(FORBIDDEN):
            tried.append(f"{event} {arguments!r}")
            raise PermissionError(event)

    sys.addaudithook(refuse)
    from painlog.cli.app import main

    codes = [main(command) for command in COMMANDS]
    said = list(tried)
    try:
        __import__("socket").create_connection(("127.0.0.1", 9))
    except PermissionError:
        said.append("refused")
    sys.stderr.write("\n" + json.dumps({"tried": said, "codes": codes}) + "\n")


if __name__ == "__main__":
    run()
