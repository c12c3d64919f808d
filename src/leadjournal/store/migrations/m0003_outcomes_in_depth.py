"""Migration 3: objectives, milestones, exits from the debt, debt signs, cycles, muted hints."""

SQL = """
CREATE TABLE cycle (
    name VARCHAR(60) NOT NULL,
    since DATE NOT NULL,
    until DATE NOT NULL,
    closed_on DATE NOT NULL,
    lesson VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE muted_hint (
    rule VARCHAR(60) NOT NULL,
    record_id VARCHAR(36) NOT NULL,
    phrase VARCHAR(120) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_muted_hint_record_id ON muted_hint (record_id);
CREATE TABLE objective (
    text VARCHAR(10000) NOT NULL,
    level VARCHAR(24) NOT NULL,
    parent_id VARCHAR,
    cycle VARCHAR(60) NOT NULL,
    ambition VARCHAR(24) NOT NULL,
    grade FLOAT,
    graded_on DATE,
    owner_id VARCHAR,
    team_id VARCHAR,
    created_on DATE NOT NULL,
    note VARCHAR(10000) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(parent_id) REFERENCES objective (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE confidence (
    objective_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    confidence INTEGER NOT NULL,
    note VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(objective_id) REFERENCES objective (id)
);
CREATE INDEX ix_confidence_objective_id ON confidence (objective_id);
CREATE TABLE key_result (
    objective_id VARCHAR NOT NULL,
    text VARCHAR(10000) NOT NULL,
    type VARCHAR(24) NOT NULL,
    baseline FLOAT,
    target FLOAT,
    unit VARCHAR(40) NOT NULL,
    owner_id VARCHAR,
    due_on DATE,
    grade FLOAT,
    created_on DATE NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(objective_id) REFERENCES objective (id),
    FOREIGN KEY(owner_id) REFERENCES person (id)
);
CREATE INDEX ix_key_result_objective_id ON key_result (objective_id);
CREATE TABLE cycle_score (
    cycle_id VARCHAR NOT NULL,
    outcome_id VARCHAR NOT NULL,
    score FLOAT NOT NULL,
    shown FLOAT NOT NULL,
    choice VARCHAR(24) NOT NULL,
    note VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(cycle_id) REFERENCES cycle (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_cycle_score_cycle_id ON cycle_score (cycle_id);
CREATE INDEX ix_cycle_score_outcome_id ON cycle_score (outcome_id);
CREATE TABLE debt_exit (
    output_id VARCHAR NOT NULL,
    outcome_id VARCHAR,
    way VARCHAR(24) NOT NULL,
    day DATE NOT NULL,
    days FLOAT NOT NULL,
    reason VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(output_id) REFERENCES output (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id)
);
CREATE INDEX ix_debt_exit_outcome_id ON debt_exit (outcome_id);
CREATE INDEX ix_debt_exit_output_id ON debt_exit (output_id);
CREATE TABLE key_result_reading (
    key_result_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    value FLOAT NOT NULL,
    note VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(key_result_id) REFERENCES key_result (id)
);
CREATE INDEX ix_key_result_reading_key_result_id ON key_result_reading (key_result_id);
CREATE TABLE milestone (
    what VARCHAR(10000) NOT NULL,
    due_on DATE,
    moved_because VARCHAR(400) NOT NULL,
    why_id VARCHAR,
    outcome_id VARCHAR,
    edge VARCHAR(400) NOT NULL,
    stretch INTEGER,
    lasting_value VARCHAR(400) NOT NULL,
    purpose INTEGER,
    relevance INTEGER,
    realism INTEGER,
    clarity INTEGER,
    freedom VARCHAR(400) NOT NULL,
    early_warning VARCHAR(400) NOT NULL,
    recognition VARCHAR(400) NOT NULL,
    owner_id VARCHAR,
    team_id VARCHAR,
    created_on DATE NOT NULL,
    closed_on DATE,
    result VARCHAR(24),
    deliverable INTEGER,
    satisfaction INTEGER,
    kept VARCHAR(400) NOT NULL,
    surprise VARCHAR(4000) NOT NULL,
    lesson VARCHAR(600) NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(why_id) REFERENCES why (id),
    FOREIGN KEY(outcome_id) REFERENCES outcome (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE INDEX ix_milestone_outcome_id ON milestone (outcome_id);
CREATE TABLE debt_sign (
    pair VARCHAR(24) NOT NULL,
    fast_id VARCHAR NOT NULL,
    slow_id VARCHAR NOT NULL,
    delay_weeks INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(fast_id) REFERENCES indicator (id),
    FOREIGN KEY(slow_id) REFERENCES indicator (id)
);
CREATE INDEX ix_debt_sign_fast_id ON debt_sign (fast_id);
CREATE INDEX ix_debt_sign_slow_id ON debt_sign (slow_id);
CREATE TABLE growth (
    milestone_id VARCHAR NOT NULL,
    person_id VARCHAR,
    skill VARCHAR(300) NOT NULL,
    how VARCHAR(300) NOT NULL,
    able_on DATE,
    id VARCHAR NOT NULL,
    created DATETIME NOT NULL,
    changed DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(milestone_id) REFERENCES milestone (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_growth_milestone_id ON growth (milestone_id);
ALTER TABLE outcome ADD COLUMN objective_id VARCHAR REFERENCES objective (id);
ALTER TABLE output ADD COLUMN replaces_id VARCHAR REFERENCES output (id);
CREATE INDEX ix_output_replaces_id ON output (replaces_id);
ALTER TABLE link ADD COLUMN verdict_on DATE;
ALTER TABLE link ADD COLUMN verdict_because VARCHAR(600) NOT NULL DEFAULT '';
ALTER TABLE indicator ADD COLUMN preset VARCHAR(24) NOT NULL DEFAULT 'none';
"""
