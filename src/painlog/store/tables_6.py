"""The tables that version 6 adds: for warning signs, trials, days, and questions for a visit."""

# An answer to one question of the check. `known` says that a clinician knows about it.
WARNING_SIGNS = (
    """
create table red_flag_answer (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    answered_at text not null check (
        answered_at glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'
            || '[+-][0-2][0-9]:[0-5][0-9]'
        and date(substr(answered_at, 1, 19), '+0 days') is substr(answered_at, 1, 10)
        and substr(answered_at, 21, 2) < '24'
    ),
    sign text not null check (sign <> ''),
    region text references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both')),
    answer text not null check (answer in ('yes', 'no', 'known')),
    updated_at text not null,
    check (side is null or region is not null)
) strict
""",
    "create index red_flag_answer_sign on red_flag_answer (sign, region)",
)

# The order of the blocks follows from the seed, and `draws` counts the orders that were drawn for
# this question. `consultation` is the uid of the visit at which the trial was agreed, `trial` the
# uid of the trial. `trial_day` holds what was really done on a day.
TRIALS = (
    """
create table trial (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    a text not null check (a <> ''),
    b text not null check (b <> '' and b <> a),
    region text not null references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both')),
    pairs integer not null check (pairs between 6 and 20),
    block_days integer not null check (block_days between 1 and 28),
    washout_days integer not null check (washout_days >= 0 and 2 * washout_days <= block_days),
    starts_on text not null check (date(starts_on, '+0 days') is starts_on),
    seed text not null check (length(seed) between 1 and 64),
    seed_given integer not null check (seed_given in (0, 1)),
    draws integer not null check (draws >= 1),
    consultation text not null,
    agreed_on text not null check (date(agreed_on, '+0 days') is agreed_on),
    planned_on text not null check (date(planned_on, '+0 days') is planned_on),
    stopped_on text check (date(stopped_on, '+0 days') is stopped_on),
    updated_at text not null
) strict
""",
    """
create table trial_day (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    trial text not null check (length(trial) = 36),
    day text not null check (date(day, '+0 days') is day),
    kept text not null check (kept in ('yes', 'no', 'partly')),
    note text not null default '',
    updated_at text not null,
    unique (trial, day)
) strict
""",
)

# Sleep and stress are factors like the person's own.
DAYS = (
    """
create table day_note (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    day text not null unique check (date(day, '+0 days') is day),
    note text not null check (note <> ''),
    updated_at text not null
) strict
""",
    """
create table factor (
    name text primary key check (length(name) between 1 and 60),
    measure text not null check (measure in ('number', 'scale', 'yes-no')),
    unit text not null default '',
    asked integer not null default 0 check (asked in (0, 1)),
    own integer not null default 0 check (own in (0, 1))
) strict
""",
    """
create table day_factor (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    day text not null check (date(day, '+0 days') is day),
    factor text not null references factor (name) on update cascade,
    value real not null,
    updated_at text not null,
    unique (day, factor)
) strict
""",
    """
insert into factor (name, measure, unit)
    values ('sleep', 'number', 'hours'), ('stress', 'scale', '')
""",
    # The person's own order of what checkin asks about.
    """
create table checkin_place (
    position integer primary key check (position > 0),
    region text not null references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both'))
) strict
""",
)

# The class that a person gave for a medicine of their own; the catalogue's classes are not stored.
OWN_MEDICINES = ("alter table treatment add column medicine_class text not null default ''",)

# A question is kept for one visit, by its uid, or for the next one. `asked_on` is null until then.
VISITS = (
    """
create table question (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    text text not null check (text <> ''),
    consultation text not null default '' check (length(consultation) in (0, 36)),
    asked_on text check (date(asked_on, '+0 days') is asked_on),
    updated_at text not null
) strict
""",
)
