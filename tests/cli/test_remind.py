"""`painlog remind`: what it prints, installs and takes out again; never a real scheduler."""

import plistlib
import subprocess
from datetime import time

import pytest

from painlog.model import reminder
from painlog.model.reminder import Reminder

ODD = '/tmp/my 100% $HOME\'s "j" \\ é.db'
CRON = """#!/bin/sh
kept="$(dirname "$0")/crontab.txt"
case "$1" in
-l) if [ -e "$kept" ]; then cat "$kept"; else echo "no crontab for you" >&2; exit 1; fi ;;
-) cat > "$kept" ;;
esac
"""
LOGGED = '#!/bin/sh\necho "$(basename "$0") $*" >> "$(dirname "$0")/log.txt"\n'


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A PATH with stand-ins alone; gives the directory and a way to add one."""
    directory = tmp_path / "bin"
    directory.mkdir()

    def add(name, text):
        (directory / name).write_text(text)
        (directory / name).chmod(0o700)

    for tool in ("cat", "sh", "dirname", "basename"):
        add(tool, f'#!/bin/sh\nexec /usr/bin/env -i PATH=/usr/bin:/bin {tool} "$@"\n')
    add("crontab", CRON)
    monkeypatch.setenv("PATH", str(directory))
    monkeypatch.setattr("sys.platform", "linux")
    return directory, add


@pytest.fixture
def crontab(programs):
    """The crontab of this test."""
    return programs[0] / "crontab.txt"


def test_it_prints_and_installs_nothing(painlog, crontab):
    said = painlog("remind", "--at", "9pm").out
    assert said.startswith(
        "Nothing is installed yet. To have painlog do it: painlog remind --at 9pm --install\n"
        "To do it by hand:\n\nsystemd: Files in"
    )
    assert "\n0 21 * * * " in said
    assert "remind --if-empty # painlog remind\n" in said
    assert "OnCalendar=*-*-* 21:00:00\nPersistent=true\n" in said
    assert not crontab.exists()
    assert "systemd" not in painlog("remind", "--with", "cron").out


def test_what_it_says_to_type_keeps_what_was_given(painlog, tmp_path):
    journal = tmp_path / "other j.db"
    said = painlog("--db", str(journal), "remind", "--with", "cron", "--at", "21:30").out
    assert f'painlog --db "{journal}" remind --at 21:30 --with cron --install' in " ".join(
        said.split("To do it by hand")[0].split()
    )


@pytest.mark.usefixtures("programs")
def test_what_cron_runs_is_what_was_meant_whatever_the_name_of_the_journal():
    line = reminder.crontab_line(Reminder(("/bin/echo", "--db", ODD, "remind"), time(7, 5)))
    assert line.startswith("5 7 * * * /bin/echo --db ")
    # Cron ends a command at a %, and takes the backslash off before it gives it to sh.
    command = line.removeprefix("5 7 * * * ").replace("\\%", "\0")
    assert "%" not in command
    run = ["/bin/sh", "-c", command.replace("\0", "%")]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == (
        f"--db {ODD} remind\n"
    )


def test_other_schedulers_have_it_quoted_in_their_own_ways():
    odd = Reminder(("/bin/painlog", "--db", ODD), time(20))
    assert reminder.systemd_service(odd).splitlines()[-1] == (
        'ExecStart="/bin/painlog" "--db" "/tmp/my 100%% $$HOME\'s \\"j\\" \\\\ é.db"'
    )
    agent = plistlib.loads(reminder.launchd_agent(odd).encode())
    assert agent["ProgramArguments"] == ["/bin/painlog", "--db", ODD]
    assert agent["StartCalendarInterval"] == {"Hour": 20, "Minute": 0}
    assert reminder.windows_task(odd)[-1] == (
        '/bin/painlog --db "/tmp/my 100% $HOME\'s \\"j\\" \\ é.db"'
    )


def test_it_goes_into_a_crontab_beside_the_other_lines_and_out_again(painlog, crontab, path):
    others = "# mine\n*/5 * * * * true\nMAILTO=me\n"
    crontab.write_text(others)
    said = painlog("remind", "--install")
    assert said.out == (
        "Every day at 20:00 cron asks if nothing was logged. The reminder is in your crontab.\n"
        "To remove it again: painlog remind --remove\n"
    )
    painlog("remind", "--install", "--at", "21:30", "--with", "cron")
    *kept, line = crontab.read_text().splitlines(keepends=True)
    assert "".join(kept) == others
    assert line.startswith("30 21 * * * ")
    assert line.endswith(f"--db {path} remind --if-empty # painlog remind\n")
    assert painlog("remind", "--remove").out == "Removed from your crontab.\n"
    assert crontab.read_text() == others
    assert painlog("remind", "--remove").out == "No reminder was installed; nothing was changed.\n"
    assert crontab.read_text() == others


def test_it_becomes_a_timer_of_systemd_where_that_runs(painlog, programs, tmp_path):
    directory, add = programs
    add("systemctl", LOGGED)
    said = painlog("remind", "--install", "--at", "7:30")
    units = tmp_path / "home" / ".config" / "systemd" / "user"
    assert said.out.startswith(
        "Every day at 07:30 systemd asks if nothing was logged. The reminder is in"
    )
    assert sorted(unit.name for unit in units.iterdir()) == [
        *("painlog-remind.service", "painlog-remind.timer"),
    ]
    assert "OnCalendar=*-*-* 07:30:00" in (units / "painlog-remind.timer").read_text()
    assert painlog("remind", "--remove").out.startswith("Removed from ")
    assert [*units.iterdir()] == []
    assert (directory / "log.txt").read_text().splitlines() == [
        "systemctl --user show-environment",
        "systemctl --user daemon-reload",
        "systemctl --user enable --now painlog-remind.timer",
        "systemctl --user disable --now painlog-remind.timer",
        "systemctl --user daemon-reload",
    ]


def test_it_becomes_an_agent_of_launchd(painlog, programs, tmp_path):
    directory, add = programs
    add("launchctl", LOGGED)
    assert painlog("remind", "--install", "--with", "launchd").code == 0
    agent = tmp_path / "home" / "Library" / "LaunchAgents" / "painlog.remind.plist"
    assert plistlib.loads(agent.read_bytes())["Label"] == "painlog.remind"
    assert painlog("remind", "--remove").out == f"Removed from {agent}.\n"
    assert not agent.exists()
    verbs = [line.split()[1] for line in (directory / "log.txt").read_text().splitlines()]
    assert verbs == ["bootstrap", "bootout"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "#!/bin/sh\necho 'you may not' >&2; exit 1\n",
            "crontab -l failed: you may not. Nothing was changed. How to do it by hand: painlog "
            "remind --with cron\n",
        ),
        (
            None,
            "crontab could not be run (No such file or directory), so cron cannot be used here. "
            "Nothing was changed. How to do it by hand: painlog remind --with cron\n",
        ),
    ],
)
def test_a_scheduler_that_refuses_is_a_sentence(painlog, programs, script, said):
    directory, add = programs
    (directory / "crontab").unlink()
    if script:
        add("crontab", script)
    result = painlog("remind", "--install", "--with", "cron")
    assert (result.code, result.out) == (1, "")
    assert result.err == said


NO_BUS = "#!/bin/sh\necho 'No medium found' >&2; exit 1\n"
NO_TIMER = """#!/bin/sh
case "$2" in enable) echo 'no timers here' >&2; exit 1 ;; esac
"""


@pytest.mark.parametrize(
    ("script", "failed"),
    [
        (NO_BUS, "systemctl --user daemon-reload failed: No medium found."),
        (NO_TIMER, "systemctl --user enable --now painlog-remind.timer failed: no timers here."),
    ],
)
def test_a_timer_that_systemd_does_not_take_leaves_nothing_behind(
    painlog, programs, tmp_path, script, failed
):
    programs[1]("systemctl", script)
    units = tmp_path / "home" / ".config" / "systemd" / "user"
    refused = painlog("remind", "--install", "--with", "systemd", "--at", "7:30")
    assert (refused.code, refused.out) == (1, "")
    other = "painlog remind --at 7:30 --install --with cron"
    assert refused.err == f"{failed} Nothing was changed. Another way: {other}\n"
    assert [*units.iterdir()] == []
    # What was installed before stays as it was.
    programs[1]("systemctl", LOGGED)
    painlog("remind", "--install", "--at", "9:00")
    programs[1]("systemctl", script)
    assert painlog("remind", "--install", "--with", "systemd", "--at", "7:30").code == 1
    assert "OnCalendar=*-*-* 09:00:00" in (units / "painlog-remind.timer").read_text()
    assert painlog(*other.split()[1:]).code == 0


@pytest.mark.parametrize("script", [NO_BUS, None])
def test_a_timer_is_removed_also_where_systemd_cannot_be_reached(
    painlog, programs, tmp_path, script
):
    directory, add = programs
    add("systemctl", LOGGED)
    units = tmp_path / "home" / ".config" / "systemd" / "user"
    painlog("remind", "--install")
    (units / "timers.target.wants").mkdir()
    wanted = units / "timers.target.wants" / "painlog-remind.timer"
    wanted.symlink_to(units / "painlog-remind.timer")
    (directory / "systemctl").unlink()
    if script:
        add("systemctl", script)
    removed = painlog("remind", "--remove")
    assert (removed.code, removed.out.startswith(f"Removed from {units}")) == (1, True)
    assert "The files are gone, and a timer that still runs ends when you log out." in removed.err
    assert [file.name for file in units.iterdir()] == ["timers.target.wants"]
    assert not wanted.is_symlink()
    assert painlog("remind", "--remove").out == "No reminder was installed; nothing was changed.\n"


def test_an_agent_that_launchd_does_not_take_leaves_nothing_behind(painlog, programs, tmp_path):
    programs[1]("launchctl", NO_BUS)
    refused = painlog("remind", "--install", "--with", "launchd")
    assert refused.err == (
        "launchctl bootstrap failed: No medium found. Nothing was changed. Another way: painlog "
        "remind --install --with cron\n"
    )
    assert [*(tmp_path / "home" / "Library" / "LaunchAgents").iterdir()] == []


def test_it_asks_only_where_today_is_empty(painlog, programs):
    directory, add = programs
    empty = painlog("remind", "--if-empty")
    assert (empty.code, empty.out.startswith("Nothing is noted for today yet.")) == (0, True)
    add("notify-send", LOGGED)
    assert painlog("remind", "--if-empty").out == ""
    log = (directory / "log.txt").read_text()
    assert log.startswith("notify-send --app-name=painlog painlog Nothing is noted for today yet.")
    assert "hurt" not in log
    painlog("take", "heat")
    (directory / "log.txt").unlink()
    assert painlog("remind", "--if-empty").out == ""
    assert not (directory / "log.txt").exists()


@pytest.mark.usefixtures("programs")
def test_a_window_that_windows_opens_for_it_stays_until_it_was_read(painlog, monkeypatch):
    asked = []
    monkeypatch.setattr("painlog.cli.commands.remind._is_in_a_window_of_its_own", lambda: True)
    monkeypatch.setattr("painlog.cli.commands.remind.can_ask", lambda: True)
    monkeypatch.setattr("painlog.cli.commands.remind.ask", lambda said, _: asked.append(said))
    painlog("remind", "--if-empty")
    painlog("add", "heel", "6")
    painlog("remind", "--if-empty")
    assert asked == ["Enter closes this window"]


def test_what_contradicts_itself_is_refused(painlog):
    assert painlog("remind", "--install", "--remove").code == 2
    assert painlog("remind", "--at", "noonish").code == 1
    assert painlog("--db", "a\nb.db", "remind").err.startswith("The name of the journal or of pain")
