"""Migration 1: the tables of the first version."""

SQL = """
CREATE TABLE away_week (
    monday DATE NOT NULL,
    note VARCHAR(300) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_away_week_monday ON away_week (monday);
CREATE TABLE reference (
    from_kind VARCHAR(24) NOT NULL,
    from_id VARCHAR(36) NOT NULL,
    to_kind VARCHAR(24) NOT NULL,
    to_id VARCHAR(36) NOT NULL,
    passage VARCHAR(2000) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_reference_from_id ON reference (from_id);
CREATE INDEX ix_reference_to_id ON reference (to_id);
CREATE TABLE reflection (
    template VARCHAR(80) NOT NULL,
    template_version INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    day DATE NOT NULL,
    asked JSON NOT NULL,
    answers JSON NOT NULL,
    position VARCHAR(80) NOT NULL,
    finished DATETIME,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_reflection_template ON reflection (template);
CREATE TABLE tag (
    name VARCHAR(60) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);
CREATE TABLE team (
    name VARCHAR(120) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE entry (
    day DATE NOT NULL,
    kind VARCHAR(24) NOT NULL,
    title VARCHAR(300) NOT NULL,
    text VARCHAR(2000000) NOT NULL,
    direction VARCHAR(24),
    energy INTEGER,
    best_hour VARCHAR(24),
    privacy VARCHAR(24) NOT NULL,
    reflection_id VARCHAR,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(reflection_id) REFERENCES reflection (id)
);
CREATE INDEX ix_entry_day ON entry (day);
CREATE TABLE person (
    first_name VARCHAR(80) NOT NULL,
    full_name VARCHAR(160) NOT NULL,
    role VARCHAR(160) NOT NULL,
    team_id VARCHAR,
    from_day DATE,
    until_day DATE,
    note VARCHAR(10000) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE why (
    statement VARCHAR(600) NOT NULL,
    contribution VARCHAR(600) NOT NULL,
    effect VARCHAR(600) NOT NULL,
    scope VARCHAR(24) NOT NULL,
    team_id VARCHAR,
    resonance INTEGER,
    shared_with VARCHAR(300) NOT NULL,
    behaviours JSON NOT NULL,
    since DATE NOT NULL,
    review_on DATE,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE journal_card (
    name VARCHAR(120) NOT NULL,
    owner_id VARCHAR,
    sample BOOLEAN NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(owner_id) REFERENCES person (id)
);
CREATE TABLE outcome (
    statement VARCHAR(400) NOT NULL,
    beneficiary VARCHAR(200) NOT NULL,
    from_state VARCHAR(400) NOT NULL,
    to_state VARCHAR(400) NOT NULL,
    category VARCHAR(80) NOT NULL,
    business_gain VARCHAR(400) NOT NULL,
    people_gain VARCHAR(400) NOT NULL,
    left_open VARCHAR(600) NOT NULL,
    conditions VARCHAR(600) NOT NULL,
    open_goal BOOLEAN NOT NULL,
    effect_delay_months INTEGER NOT NULL,
    owner_id VARCHAR,
    team_id VARCHAR,
    created_on DATE NOT NULL,
    active_on DATE,
    due_on DATE,
    review_on DATE,
    retired_on DATE,
    retired_because VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE output (
    title VARCHAR(200) NOT NULL,
    size FLOAT NOT NULL,
    stage VARCHAR(24) NOT NULL,
    must_do BOOLEAN NOT NULL,
    owner_id VARCHAR,
    team_id VARCHAR,
    created_on DATE NOT NULL,
    due_on DATE,
    finished_on DATE,
    stopped_on DATE,
    stopped_because VARCHAR(600) NOT NULL,
    note VARCHAR(10000) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE action (
    what VARCHAR(300) NOT NULL,
    owner_id VARCHAR,
    team_id VARCHAR,
    outcome_id VARCHAR,
    due_on DATE,
    done_on DATE,
    dropped_on DATE,
    dropped_because VARCHAR(400) NOT NULL,
    type VARCHAR(24),
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(team_id) REFERENCES team (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_action_due_on ON action (due_on);
CREATE TABLE blocker (
    text VARCHAR(300) NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE,
    person_id VARCHAR,
    who VARCHAR(120) NOT NULL,
    outcome_id VARCHAR,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE TABLE indicator (
    outcome_id VARCHAR NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(24) NOT NULL,
    horizon VARCHAR(24) NOT NULL,
    category VARCHAR(80) NOT NULL,
    unit VARCHAR(40) NOT NULL,
    direction VARCHAR(24) NOT NULL,
    baseline FLOAT,
    target FLOAT,
    weight INTEGER NOT NULL,
    rhythm VARCHAR(24) NOT NULL,
    delay_weeks INTEGER,
    guard VARCHAR(24) NOT NULL,
    guard_limit FLOAT,
    source VARCHAR(300) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_indicator_outcome_id ON indicator (outcome_id);
CREATE TABLE link (
    output_id VARCHAR NOT NULL,
    outcome_id VARCHAR NOT NULL,
    so_that VARCHAR(300) NOT NULL,
    confidence INTEGER NOT NULL,
    main BOOLEAN NOT NULL,
    since DATE NOT NULL,
    until DATE,
    test_by DATE,
    verdict VARCHAR(24),
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(output_id) REFERENCES output (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_link_outcome_id ON link (outcome_id);
CREATE INDEX ix_link_output_id ON link (output_id);
CREATE TABLE outcome_why (
    outcome_id VARCHAR NOT NULL,
    why_id VARCHAR,
    since DATE NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id),
    FOREIGN KEY(why_id) REFERENCES why (id)
);
CREATE INDEX ix_outcome_why_outcome_id ON outcome_why (outcome_id);
CREATE TABLE review (
    outcome_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    verdict VARCHAR(24) NOT NULL,
    voice VARCHAR(4000) NOT NULL,
    side_effects VARCHAR(4000) NOT NULL,
    decision VARCHAR(4000) NOT NULL,
    next_on DATE,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_review_outcome_id ON review (outcome_id);
CREATE TABLE indicator_change (
    indicator_id VARCHAR NOT NULL,
    what VARCHAR(24) NOT NULL,
    old FLOAT,
    new FLOAT,
    valid_from DATE NOT NULL,
    recorded_on DATE NOT NULL,
    reason VARCHAR(400) NOT NULL,
    cause VARCHAR(24) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(indicator_id) REFERENCES indicator (id)
);
CREATE INDEX ix_indicator_change_indicator_id ON indicator_change (indicator_id);
CREATE TABLE postponement (
    action_id VARCHAR NOT NULL,
    moved_on DATE NOT NULL,
    from_due DATE,
    to_due DATE,
    reason VARCHAR(400) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id)
);
CREATE INDEX ix_postponement_action_id ON postponement (action_id);
CREATE TABLE reading (
    indicator_id VARCHAR NOT NULL,
    value FLOAT NOT NULL,
    day DATE NOT NULL,
    source VARCHAR(300) NOT NULL,
    note VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(indicator_id) REFERENCES indicator (id)
);
CREATE INDEX ix_reading_indicator_id ON reading (indicator_id);
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made TEXT NOT NULL,
    source TEXT NOT NULL,
    schema INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    images BLOB NOT NULL
);
CREATE TABLE step_record (
    step INTEGER NOT NULL REFERENCES step (id),
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (step, kind, record)
) WITHOUT ROWID;
CREATE INDEX ix_step_record_record ON step_record (record);
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL UNIQUE,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body,
    content='search_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
"""
