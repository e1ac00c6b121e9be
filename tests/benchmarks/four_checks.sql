-- Four checks over the whole register in one statement, for SQLite and PostgreSQL: what a statistician of the office would ask
-- of normalised tables. One row per finding that is not clear:
--   reply    category 4 for the defence: late, or never handed in (table S: terms in calendar days roll, or run in working days)
--   lawyers  category 3: neither head nor staff at a hearing
--   filing   7d: a served paper not filed within two days
--   loss     7f: no analysis within ten days of the effect of a judgment lost
-- Readings in force are the defaults; AMB-01 is tried as alternative. A day that is not known makes the result undetermined.
-- %(day)s: the day of the assessment, %(notice)s: the first day of the notice, both as day numbers.
WITH RECURSIVE
paper AS NOT MATERIALIZED (
    SELECT id, case_id, document, on_day, hearing_on,
           CASE WHEN forwarded_on <= %(day)s THEN forwarded_on END AS forwarded_on
    FROM bench_received
    WHERE on_day IS NULL OR on_day <= %(day)s
),
filed AS NOT MATERIALIZED (
    SELECT case_id, duty, document, received_on, on_day
    FROM bench_filing
    WHERE on_day IS NULL OR on_day <= %(day)s
),
handed_in AS NOT MATERIALIZED (
    SELECT case_id, on_day
    FROM bench_submitted
    WHERE item = 'defence' AND (on_day IS NULL OR on_day <= %(day)s)
),
-- A decision has no day of its own: it is there once a service or its paper has come, or may have.
evidence AS (
    SELECT case_id, MAX(CASE WHEN on_day IS NULL OR on_day <= %(day)s THEN 1 ELSE 0 END) AS come
    FROM (
        SELECT case_id, on_day FROM bench_service
        UNION ALL
        SELECT r.case_id, r.on_day
        FROM bench_received r JOIN bench_court_case c ON c.id = r.case_id
        WHERE r.document IN ('judgment', 'ruling', 'mediation', 'reconsideration_decision', 'award')
            AND (c.form IS NULL OR r.document = CASE c.form WHEN 'decision' THEN 'reconsideration_decision' ELSE c.form END)
    ) AS sign
    GROUP BY case_id
),
substance AS (
    SELECT o.case_id,
           MAX(CASE WHEN o.outcome = 'transferred' THEN 1 ELSE 0 END) AS transferred,
           MAX(CASE WHEN o.outcome IN ('suit_dismissed', 'withdrawal_permitted', 'transferred', 'terminated')
               THEN 1 ELSE 0 END) AS ruled,
           MAX(CASE WHEN o.outcome = 'mediated' THEN 1 ELSE 0 END) AS mediated,
           MAX(CASE WHEN o.outcome = 'not_lost_elsewhere' THEN 1 ELSE 0 END) AS elsewhere,
           MAX(CASE WHEN l.outcome IS NOT NULL THEN 1 ELSE 0 END) AS listed
    FROM bench_outcome o LEFT JOIN bench_listed_loss l ON l.outcome = o.outcome
    GROUP BY o.case_id
),
served AS (
    SELECT case_id,
           MAX(CASE WHEN party = 'unit' THEN on_day END) AS on_unit,
           MAX(on_day) AS last_day,
           MAX(CASE WHEN party <> 'unit' AND on_day IS NULL THEN 1 ELSE 0 END) AS some_unknown,
           MAX(CASE WHEN party = 'plaintiff' THEN 1 ELSE 0 END) AS on_plaintiff,
           MAX(CASE WHEN party = 'co_respondent' THEN 1 ELSE 0 END) AS on_other,
           SUM(CASE WHEN party = 'co_respondent' AND on_day IS NOT NULL THEN 1 ELSE 0 END) AS others_told
    FROM bench_service
    WHERE on_day IS NULL OR on_day <= %(day)s
    GROUP BY case_id
),
arrived AS (
    SELECT case_id, document, MAX(on_day) AS last_day
    FROM paper
    WHERE document IN ('judgment', 'ruling', 'mediation', 'reconsideration_decision', 'award')
    GROUP BY case_id, document
),
formed AS (
    SELECT c.*, u.kind AS unit_kind,
           CASE WHEN c.kind IN ('litigation', 'compensation', 'public_interest') THEN 1 ELSE 0 END AS in_court,
           CASE WHEN c.decision_known = 1 AND COALESCE(e.come, 1) = 1 THEN 1 ELSE 0 END AS decided,
           CASE
               WHEN c.decision_known = 0 OR e.come = 0 THEN NULL
               WHEN c.form IS NOT NULL THEN c.form
               WHEN c.kind = 'reconsideration' THEN 'decision'
               WHEN c.kind IN ('labour_arbitration', 'arbitration') THEN 'award'
               WHEN s.case_id IS NULL THEN NULL
               WHEN s.ruled = 1 THEN 'ruling'
               WHEN s.mediated = 1 THEN 'mediation'
               ELSE 'judgment'
           END AS true_form,
           COALESCE(s.transferred, 0) AS transferred, COALESCE(s.elsewhere, 0) AS elsewhere, COALESCE(s.listed, 0) AS listed
    FROM bench_court_case c
    JOIN bench_unit u ON u.id = c.unit_id
    LEFT JOIN evidence e ON e.case_id = c.id
    LEFT JOIN substance s ON s.case_id = c.id
),
served_state AS (
    SELECT f.*,
           CASE WHEN f.decided = 1 THEN COALESCE(v.on_unit, a.last_day) END AS served_on,
           COALESCE(v.some_unknown, 0) AS some_service_unknown, COALESCE(v.on_plaintiff, 0) AS served_on_plaintiff,
           COALESCE(v.on_other, 0) AS served_on_other, COALESCE(v.others_told, 0) AS others_told
    FROM formed f
    LEFT JOIN served v ON v.case_id = f.id
    LEFT JOIN arrived a ON a.case_id = f.id AND a.document = CASE f.true_form
        WHEN 'decision' THEN 'reconsideration_decision' ELSE f.true_form END
),
state AS (
    SELECT v.*,
           CASE WHEN closed_on <= %(day)s AND (served_on IS NULL OR closed_on < served_on) THEN closed_on
                ELSE served_on END AS ended_on,
           CASE
               WHEN decided = 0 OR in_court = 0 OR disposition IN ('remanded', 'appeal_withdrawn') THEN 0
               WHEN true_form <> 'judgment' OR (instance = 'retrial' AND disposition = 'upheld') THEN 0
               WHEN outcomes_known = 0 OR (listed = 1 AND elsewhere = 0) THEN 1
               ELSE 0
           END AS may_be_lost
    FROM served_state v
),

-- The reply: each paper that asks for one, with the row of table S in force when it came.
asked AS (
    SELECT p.id, p.case_id, p.document, p.on_day, l.rule, l.amount, l.unit,
           ROW_NUMBER() OVER (PARTITION BY p.case_id ORDER BY COALESCE(p.on_day, 0), p.id) AS place,
           COUNT(*) OVER (PARTITION BY p.case_id) AS papers
    FROM paper p
    JOIN bench_court_case c ON c.id = p.case_id
    JOIN bench_answer_limit l
        ON l.document = p.document AND l.first_day <= COALESCE(p.on_day, %(day)s)
        AND (l.last_day IS NULL OR l.last_day >= COALESCE(p.on_day, %(day)s))
        AND (
            l.rule IN ('S-01', 'S-08', 'S-10') AND c.kind IN ('litigation', 'compensation', 'public_interest')
            OR l.rule IN ('S-12', CASE WHEN c.procedure = 'summary' THEN 'S-14' ELSE 'S-13' END) AND c.kind = 'reconsideration'
            OR l.rule = 'S-18' AND c.kind = 'labour_arbitration'
        )
    WHERE p.document IN ('complaint', 'appeal', 'retrial_application', 'reconsideration_application', 'arbitration_application')
),
-- A paper of another kind that asks for a defence too ends what answers the one before it.
asked_next AS (
    SELECT q.id, MIN(o.on_day) AS next_day
    FROM asked q JOIN asked o ON o.case_id = q.case_id AND o.rule <> q.rule AND o.on_day > q.on_day
    WHERE q.papers > 1 AND o.papers > 1
    GROUP BY q.id
),
follower AS (
    SELECT a.follows_id AS case_id, a.id,
           CASE WHEN c.decided = 1 AND c.transferred = 1 THEN 1 ELSE 0 END AS by_transfer,
           CASE WHEN a.instance = 'second' AND EXISTS (
               SELECT 1 FROM paper p WHERE p.case_id = c.id AND p.document = 'appeal'
           ) THEN 1 ELSE 0 END AS on_appeal,
           CASE WHEN EXISTS (SELECT 1 FROM paper p WHERE p.case_id = a.id AND p.document = 'complaint')
               THEN 1 ELSE 0 END AS served_anew,
           a.received_known, a.submitted_known
    FROM bench_court_case a JOIN state c ON c.id = a.follows_id
    WHERE a.begun_on IS NULL OR a.begun_on <= %(day)s
),
-- An answer counts here too if it was given after a transfer without new service, or in the appeal's own case.
continued (case_id, after_id, carries_on, submitted_known) AS (
    SELECT case_id, id, CASE WHEN by_transfer = 1 AND served_anew = 0 THEN 1 ELSE 0 END, submitted_known
    FROM follower
    WHERE (by_transfer = 1 AND served_anew = 0) OR on_appeal = 1
    UNION
    SELECT n.case_id, w.id, CASE WHEN w.by_transfer = 1 AND w.served_anew = 0 THEN 1 ELSE 0 END, w.submitted_known
    FROM continued n JOIN follower w ON w.case_id = n.after_id
    WHERE n.carries_on = 1 AND ((w.by_transfer = 1 AND w.served_anew = 0) OR w.on_appeal = 1)
),
answer AS (
    SELECT q.id AS asked_id, q.place, q.on_day AS since, h.on_day
    FROM asked q JOIN handed_in h ON h.case_id = q.case_id
    UNION ALL
    SELECT q.id, q.place, q.on_day, h.on_day
    FROM continued n
    JOIN asked q ON q.case_id = n.case_id
    JOIN handed_in h ON h.case_id = n.after_id
),
answered AS (
    SELECT a.asked_id, MIN(a.on_day) AS done, COUNT(*) AS found, COUNT(a.on_day) AS dated
    FROM answer a LEFT JOIN asked_next x ON x.id = a.asked_id
    WHERE a.on_day IS NULL OR a.since IS NULL
        OR ((a.on_day >= a.since OR a.place = 1) AND (x.next_day IS NULL OR a.on_day < x.next_day))
    GROUP BY a.asked_id
),
carried AS (
    SELECT case_id, MIN(submitted_known) AS submitted_known FROM continued GROUP BY case_id
),
taken_over AS (
    SELECT case_id, MAX(served_anew) AS served_anew, MIN(received_known) AS received_known FROM follower GROUP BY case_id
),
reply AS (
    SELECT q.case_id, q.document, q.on_day, q.rule, n.done,
           CASE WHEN q.unit = 'working_days' THEN w.day ELSE k.rolled END AS due,
           CASE
               WHEN n.found > n.dated THEN 1
               WHEN n.found > 0 THEN 0
               WHEN c.decided = 1 AND c.transferred = 1 AND t.case_id IS NULL THEN 1
               WHEN c.submitted_known = 0 OR o.submitted_known = 0 THEN 1
               ELSE 0
           END AS missing,
           CASE
               WHEN c.decided = 1 AND c.transferred = 1 AND t.received_known = 0 THEN 'unknown'
               WHEN c.decided = 1 AND c.transferred = 1 AND COALESCE(t.served_anew, 0) = 0 THEN 'none'
               WHEN c.ended_on IS NULL THEN CASE WHEN c.true_form IN ('ruling', 'mediation') THEN 'unknown' ELSE 'none' END
               WHEN q.on_day IS NULL OR c.ended_on >= q.on_day THEN 'known'
               ELSE 'none'
           END AS ending,
           c.ended_on
    FROM asked q
    JOIN state c ON c.id = q.case_id
    LEFT JOIN taken_over t ON t.case_id = q.case_id
    LEFT JOIN carried o ON o.case_id = q.case_id
    LEFT JOIN answered n ON n.asked_id = q.id
    LEFT JOIN bench_calendar k ON k.day = q.on_day + CASE WHEN q.unit = 'working_days' THEN 0 ELSE q.amount END
    LEFT JOIN bench_working_day w ON q.unit = 'working_days' AND w.number = k.working_before + q.amount
),
reply_result AS (
    SELECT case_id, document, on_day, due, done,
           CASE
               WHEN due IS NULL THEN 'undetermined'
               WHEN done <= due OR (ending = 'known' AND ended_on <= due) OR (done IS NULL AND %(day)s <= due) THEN NULL
               WHEN missing = 1 OR ending = 'unknown' THEN 'undetermined'
               WHEN rule = 'S-10' THEN 'lead'
               ELSE 'breach'
           END AS result
    FROM reply
),

-- The hearings: who came, and does that person count; 1 yes, 0 no, NULL not known.
person AS (
    SELECT p.hearing_id, p.proof,
           CASE WHEN p.role = 'head' THEN 1 ELSE 0 END AS is_head,
           CASE WHEN p.role = 'staff' THEN 1 ELSE 0 END AS is_staff,
           CASE
               WHEN p.role <> 'head' OR p.organ_id IS NULL THEN NULL
               WHEN p.organ_id = c.unit_id OR p.organ_id = c.represented_by_id THEN 1
               WHEN c.role = 'reconsideration_organ' AND o.kind = 'county_government' THEN 1
               ELSE 0
           END AS own_head,
           CASE
               WHEN p.organ_id = c.unit_id OR g.unit_id IS NOT NULL THEN 1
               WHEN p.organ_id IS NOT NULL AND u.kind = 'county_government' THEN 1
               WHEN c.role = 'reconsideration_organ' AND o.kind IN ('county_government', 'justice_bureau') THEN 1
           END AS own_staff
    FROM bench_participant p
    JOIN bench_hearing h ON h.id = p.hearing_id
    JOIN bench_court_case c ON c.id = h.case_id
    JOIN bench_unit u ON u.id = c.unit_id
    LEFT JOIN bench_unit o ON o.id = p.organ_id
    LEFT JOIN bench_handling g ON g.case_id = c.id AND g.unit_id = p.organ_id
    WHERE h.on_day <= %(day)s
),
counted AS (
    SELECT hearing_id, is_head,
           CASE WHEN is_head = 1 THEN CASE WHEN own_head = 0 OR proof = 0 THEN 0 ELSE own_head * proof END END AS as_head,
           CASE WHEN is_staff = 1 OR own_head = 0 THEN 1 ELSE 0 END AS is_staff,
           CASE WHEN is_staff = 1 OR own_head = 0 THEN CASE WHEN proof = 0 THEN 0 ELSE own_staff * proof END END AS as_staff
    FROM person
),
attended AS (
    SELECT hearing_id, SUM(is_head) AS heads, COUNT(as_head) AS heads_known, MAX(as_head) AS head,
           SUM(is_staff) AS staffs, COUNT(as_staff) AS staffs_known, MAX(as_staff) AS staff
    FROM counted
    GROUP BY hearing_id
),
sitting AS (
    SELECT h.case_id, h.on_day, c.represented_by_id,
           CASE WHEN h.attendance_known = 1 THEN CASE WHEN a.hearing_id IS NULL THEN 0 ELSE 1 END END AS anyone,
           CASE WHEN h.attendance_known = 0 THEN NULL WHEN a.head = 1 THEN 1
                WHEN a.heads > a.heads_known THEN NULL ELSE 0 END AS head,
           CASE WHEN h.attendance_known = 0 THEN NULL WHEN a.staff = 1 THEN 1
                WHEN a.staffs > a.staffs_known THEN NULL ELSE 0 END AS staff,
           CASE WHEN h.renewed_notice_on <= %(day)s AND h.on_day - h.renewed_notice_on >= 3 THEN 1 ELSE 0 END AS renewed,
           CASE
               WHEN h.summons_valid IS NOT NULL THEN h.summons_valid
               WHEN EXISTS (
                   SELECT 1 FROM paper p
                   WHERE p.case_id = h.case_id AND p.document = 'summons' AND p.hearing_on = h.on_day
                       AND h.on_day - p.on_day >= 3
               ) THEN 1
           END AS summons
    FROM bench_hearing h
    JOIN bench_court_case c ON c.id = h.case_id
    LEFT JOIN attended a ON a.hearing_id = h.id
    WHERE h.on_day <= %(day)s AND c.kind IN ('litigation', 'compensation', 'public_interest')
        AND c.instance IN ('first', 'second', 'retrial', 'remand')
),
others AS (
    SELECT s.*,
           SUM(CASE WHEN head = 1 THEN 1 ELSE 0 END) OVER of_case - CASE WHEN head = 1 THEN 1 ELSE 0 END AS came_elsewhere,
           SUM(CASE WHEN head IS NULL THEN 1 ELSE 0 END) OVER of_case - CASE WHEN head IS NULL THEN 1 ELSE 0 END AS not_known_elsewhere
    FROM sitting s
    WINDOW of_case AS (PARTITION BY case_id)
),
lawyers_result AS (
    SELECT case_id, on_day,
           CASE
               WHEN summons = 0 OR represented_by_id IS NOT NULL OR head = 1 THEN NULL
               WHEN anyone IS NULL THEN 'undetermined'
               WHEN renewed = 0 AND came_elsewhere > 0 THEN NULL
               WHEN staff = 1 THEN NULL
               WHEN head IS NULL OR staff IS NULL THEN 'undetermined'
               WHEN renewed = 0 AND not_known_elsewhere > 0 THEN 'undetermined'
               WHEN anyone = 0 AND summons IS NULL THEN 'undetermined'
               ELSE 'breach'
           END AS result
    FROM others
),

-- Served papers, two days each from the day they were passed on, else served.
to_file AS (
    SELECT p.id, p.case_id, p.document, p.on_day AS received_on, p.forwarded_on, COALESCE(p.forwarded_on, p.on_day) AS day_0,
           c.filings_known,
           CASE WHEN u.kind = 'county_government' AND p.forwarded_on IS NULL
                    AND EXISTS (SELECT 1 FROM bench_handling g WHERE g.case_id = c.id)
               THEN 1 ELSE 0 END AS still_to_be_forwarded
    FROM paper p
    JOIN bench_court_case c ON c.id = p.case_id
    JOIN bench_unit u ON u.id = c.unit_id
    WHERE COALESCE(p.forwarded_on, p.on_day, %(day)s) >= %(notice)s AND (
        c.kind IN ('litigation', 'compensation', 'public_interest')
            AND p.document IN ('complaint', 'summons', 'judgment', 'ruling')
        OR c.kind IN ('reconsideration', 'labour_arbitration', 'arbitration') AND u.kind = 'county_government'
            AND p.document IN ('reconsideration_application', 'reconsideration_decision', 'arbitration_application', 'award')
    )
),
covered AS (
    SELECT t.id, COUNT(*) AS found, COUNT(f.on_day) AS dated, MIN(f.on_day) AS done
    FROM to_file t
    JOIN filed f ON f.case_id = t.case_id AND f.duty = 'document_filing' AND f.document = t.document AND (
        (f.received_on IS NULL AND (f.on_day IS NULL OR t.received_on IS NULL OR f.on_day >= t.received_on))
        OR f.received_on = t.received_on OR f.received_on = t.forwarded_on
        OR (t.received_on IS NULL AND t.forwarded_on IS NULL)
    )
    GROUP BY t.id
),
unnamed AS (
    SELECT DISTINCT case_id FROM filed WHERE duty = 'document_filing' AND document IS NULL
),
-- A filing that names a day on which no such paper came may be about any of its kind.
stray AS (
    SELECT DISTINCT f.case_id, f.document
    FROM filed f
    WHERE f.duty = 'document_filing' AND f.received_on IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM paper p
        WHERE p.case_id = f.case_id AND p.document = f.document
            AND (p.on_day = f.received_on OR p.forwarded_on = f.received_on OR (p.on_day IS NULL AND p.forwarded_on IS NULL))
    )
),
filing_result AS (
    SELECT t.case_id, t.document, t.day_0, k.rolled AS due, v.done,
           CASE
               WHEN k.rolled IS NULL OR w.day IS NULL THEN 'undetermined'
               WHEN v.done <= k.rolled OR (v.done IS NULL AND %(day)s <= k.rolled) THEN NULL
               WHEN t.filings_known = 0 OR v.found > v.dated OR (v.found IS NULL AND (n.case_id IS NOT NULL OR y.case_id IS NOT NULL))
                   THEN 'undetermined'
               WHEN t.still_to_be_forwarded = 1 THEN 'undetermined'
               WHEN COALESCE(v.done, %(day)s) <= w.day THEN 'reading_dependent'
               ELSE 'breach'
           END AS result
    FROM to_file t
    LEFT JOIN covered v ON v.id = t.id
    LEFT JOIN unnamed n ON n.case_id = t.case_id
    LEFT JOIN stray y ON y.case_id = t.case_id AND y.document = t.document
    LEFT JOIN bench_calendar z ON z.day = t.day_0
    LEFT JOIN bench_calendar k ON k.day = t.day_0 + 2
    LEFT JOIN bench_working_day w ON w.number = z.working_before + 2
),

-- Losses: whether and when the judgment took effect, then ten days.
-- One judgment on two respondents is one: services and appeals count whoever recorded them.
sibling AS (
    SELECT j.case_id, o.id AS other_id, o.decided, o.served_on
    FROM bench_same_judgment j JOIN state o ON o.id = j.other_id
    WHERE o.begun_on IS NULL OR o.begun_on <= %(day)s
),
all_services AS (
    SELECT case_id, party, on_day FROM bench_service WHERE on_day <= %(day)s
    UNION ALL
    SELECT id, 'unit', served_on FROM state WHERE served_on IS NOT NULL
    UNION ALL
    SELECT case_id, 'co_respondent', served_on FROM sibling WHERE served_on IS NOT NULL
    UNION ALL
    SELECT b.case_id, x.party, x.on_day
    FROM sibling b JOIN bench_service x ON x.case_id = b.other_id
    WHERE x.on_day <= %(day)s AND x.party NOT IN ('unit', 'co_respondent')
),
last_service AS (
    SELECT case_id, MAX(on_day) AS last_day, MAX(CASE WHEN party = 'plaintiff' THEN 1 ELSE 0 END) AS on_plaintiff
    FROM all_services
    GROUP BY case_id
),
others_of AS (
    SELECT case_id, SUM(CASE WHEN served_on IS NULL THEN 1 ELSE 0 END) AS unserved,
           MAX(CASE WHEN served_on IS NULL THEN 0 ELSE 1 END) AS some_served
    FROM sibling
    GROUP BY case_id
),
lost AS (
    SELECT s.id, s.instance, s.true_form, s.outcomes_known, s.court, s.effective_on, s.served_on, s.filings_known,
           m.last_day AS last_service,
           CASE
               WHEN s.served_on_plaintiff = 1 OR m.on_plaintiff = 1 THEN 1 ELSE 0
           END AS served_on_plaintiff,
           CASE
               WHEN s.some_service_unknown = 1 OR COALESCE(o.unserved, 0) > s.others_told THEN 1
               WHEN s.role IN ('original_organ', 'co_respondent') AND s.served_on_other = 0 AND COALESCE(o.some_served, 0) = 0
                   THEN 1
               ELSE 0
           END AS some_service_unknown
    FROM state s
    LEFT JOIN last_service m ON m.case_id = s.id
    LEFT JOIN others_of o ON o.case_id = s.id
    -- One flag and not six conditions: PostgreSQL multiplies its guesses, expects a single row, and loops where it should hash.
    WHERE s.may_be_lost <> 0
),
-- A retrial follows the procedure of what it retries: all that came before it, nearest first.
earlier (case_id, before_id, step) AS (
    SELECT l.id, c.follows_id, 1
    FROM lost l JOIN bench_court_case c ON c.id = l.id
    WHERE l.instance = 'retrial' AND c.follows_id IS NOT NULL
    UNION ALL
    SELECT e.case_id, c.follows_id, e.step + 1
    FROM earlier e JOIN bench_court_case c ON c.id = e.before_id
    WHERE c.follows_id IS NOT NULL AND e.step < 20
),
tried AS (
    SELECT e.case_id, c.instance, c.court, ROW_NUMBER() OVER (PARTITION BY e.case_id ORDER BY e.step) AS place
    FROM earlier e JOIN bench_court_case c ON c.id = e.before_id
    WHERE c.instance <> 'retrial_review'
),
retried AS (
    SELECT case_id, MAX(CASE WHEN instance = 'second' THEN 1 ELSE 0 END) AS on_appeal,
           MAX(CASE WHEN place = 1 THEN court END) AS court
    FROM tried
    GROUP BY case_id
),
second AS (
    SELECT follows_id AS case_id, id, docket, 1 AS own,
           CASE WHEN decided = 1 AND disposition = 'appeal_withdrawn' THEN 1 ELSE 0 END AS withdrawn
    FROM state
    WHERE instance = 'second' AND follows_id IS NOT NULL AND (begun_on IS NULL OR begun_on <= %(day)s)
),
any_second AS (
    SELECT case_id, id, docket, own, withdrawn FROM second
    UNION ALL
    SELECT b.case_id, s.id, s.docket, 0, s.withdrawn FROM sibling b JOIN second s ON s.case_id = b.other_id
),
appeal_case AS (
    SELECT case_id,
           CASE WHEN COUNT(DISTINCT COALESCE(docket, '')) = COUNT(DISTINCT CASE WHEN withdrawn = 1 THEN COALESCE(docket, '') END)
               THEN COALESCE(MIN(CASE WHEN withdrawn = 1 AND own = 1 THEN id END), MIN(CASE WHEN withdrawn = 1 THEN id END))
           END AS withdrawn_id
    FROM any_second
    GROUP BY case_id
),
appellant AS (
    SELECT case_id, party FROM bench_appeal WHERE on_day IS NULL OR on_day <= %(day)s
    UNION
    SELECT b.case_id, CASE a.party WHEN 'unit' THEN 'co_respondent' WHEN 'co_respondent' THEN 'unit' ELSE a.party END
    FROM sibling b JOIN bench_appeal a ON a.case_id = b.other_id
    WHERE b.decided = 1 AND (a.on_day IS NULL OR a.on_day <= %(day)s)
),
-- Those who did not appeal may still do so when another withdraws.
waiting AS (
    SELECT v.case_id, MAX(v.on_day) AS last_day
    FROM all_services v
    JOIN (SELECT DISTINCT case_id FROM appellant) k ON k.case_id = v.case_id
    LEFT JOIN appellant a ON a.case_id = v.case_id AND a.party = v.party
    WHERE a.party IS NULL
    GROUP BY v.case_id
),
party_served AS (
    SELECT case_id, party, MAX(on_day) AS last_day
    FROM bench_service
    WHERE on_day <= %(day)s
    GROUP BY case_id, party
),
own_appeal AS (
    SELECT a.case_id,
           CASE WHEN a.on_day IS NULL OR v.last_day IS NULL OR k.rolled IS NULL OR a.on_day <= k.rolled THEN 1 ELSE 0 END AS in_time
    FROM bench_appeal a
    LEFT JOIN party_served v ON v.case_id = a.case_id AND v.party = a.party
    LEFT JOIN bench_calendar k ON k.day = v.last_day + 15
    WHERE a.on_day IS NULL OR a.on_day <= %(day)s
),
appealed AS (
    SELECT case_id, MAX(in_time) AS in_time
    FROM (
        SELECT case_id, in_time FROM own_appeal
        UNION ALL
        SELECT b.case_id, a.in_time FROM sibling b JOIN own_appeal a ON a.case_id = b.other_id WHERE b.decided = 1
    ) AS every_appeal
    GROUP BY case_id
),
-- appealable: 1 within fifteen days, 0 not at all, NULL where the record does not say.
weighed AS (
    SELECT l.*,
           CASE
               WHEN l.instance IN ('first', 'remand') THEN CASE WHEN l.true_form IS NULL THEN NULL ELSE 1 END
               WHEN l.instance <> 'retrial' OR r.on_appeal = 1 OR r.court <> l.court THEN 0
               WHEN r.court = l.court AND l.true_form IS NOT NULL THEN 1
           END AS appealable
    FROM lost l LEFT JOIN retried r ON r.case_id = l.id
),
effect AS (
    SELECT l.id, l.outcomes_known, l.filings_known,
           CASE
               WHEN l.effective_on IS NOT NULL THEN CASE WHEN l.effective_on <= %(day)s THEN 'effective' ELSE 'pending' END
               WHEN s.withdrawn_id IS NOT NULL THEN CASE
                   WHEN d.served_on IS NULL THEN 'unknown'
                   WHEN l.appealable = 1 AND h.rolled + 1 > %(day)s THEN 'pending'
                   ELSE 'effective' END
               WHEN l.appealable = 0 THEN CASE WHEN l.served_on IS NULL THEN 'unknown' ELSE 'effective' END
               WHEN l.appealable IS NULL THEN 'unknown'
               WHEN s.case_id IS NOT NULL OR a.in_time = 1 THEN 'appealed'
               WHEN a.case_id IS NOT NULL THEN 'unknown'
               WHEN l.last_service + 15 >= %(day)s THEN 'pending'
               WHEN (l.some_service_unknown = 1 OR l.served_on IS NULL OR l.served_on_plaintiff = 0)
                   AND (l.last_service IS NULL OR k.rolled < %(day)s) THEN 'unknown'
               WHEN k.rolled IS NULL THEN 'unknown'
               WHEN k.rolled + 1 > %(day)s THEN 'pending'
               ELSE 'effective'
           END AS state,
           CASE
               WHEN l.effective_on IS NOT NULL THEN l.effective_on
               WHEN s.withdrawn_id IS NOT NULL
                   THEN CASE WHEN l.appealable = 1 AND h.rolled + 1 > d.served_on THEN h.rolled + 1 ELSE d.served_on END
               WHEN l.appealable = 0 THEN l.served_on
               ELSE k.rolled + 1
           END AS on_day
    FROM weighed l
    LEFT JOIN appeal_case s ON s.case_id = l.id
    LEFT JOIN state d ON d.id = s.withdrawn_id
    LEFT JOIN appealed a ON a.case_id = l.id
    LEFT JOIN bench_calendar k ON k.day = l.last_service + 15
    LEFT JOIN waiting w ON w.case_id = l.id
    LEFT JOIN bench_calendar h ON h.day = w.last_day + 15
),
analysed AS (
    SELECT case_id, MIN(on_day) AS done, COUNT(*) AS found, COUNT(on_day) AS dated
    FROM filed
    WHERE duty = 'loss_analysis'
    GROUP BY case_id
),
loss_result AS (
    SELECT e.id AS case_id,
           CASE WHEN e.state = 'effective' THEN k.rolled END AS due, n.done,
           CASE
               WHEN e.state = 'unknown' OR e.outcomes_known = 0 OR k.rolled IS NULL OR w.day IS NULL THEN 'undetermined'
               WHEN n.done <= k.rolled OR (n.done IS NULL AND %(day)s <= k.rolled) THEN NULL
               WHEN e.filings_known = 0 OR n.found > n.dated THEN 'undetermined'
               WHEN COALESCE(n.done, %(day)s) <= w.day THEN 'reading_dependent'
               ELSE 'breach'
           END AS result
    FROM effect e
    LEFT JOIN analysed n ON n.case_id = e.id
    LEFT JOIN bench_calendar z ON z.day = e.on_day
    LEFT JOIN bench_calendar k ON k.day = e.on_day + 10
    LEFT JOIN bench_working_day w ON w.number = z.working_before + 10
    WHERE (e.state = 'effective' AND e.on_day >= %(notice)s)
        OR (e.state = 'unknown' AND e.outcomes_known = 1 AND %(day)s >= %(notice)s)
)

SELECT 'reply' AS what, case_id, document, on_day, result, due,
       CASE WHEN result <> 'undetermined' THEN COALESCE(done, %(day)s) - due END AS days_late
FROM reply_result WHERE result IS NOT NULL
UNION ALL
SELECT 'lawyers', case_id, NULL, on_day, result, NULL, NULL
FROM lawyers_result WHERE result IS NOT NULL
UNION ALL
SELECT 'filing', case_id, document, day_0, result, due,
       CASE WHEN result <> 'undetermined' THEN COALESCE(done, %(day)s) - due END
FROM filing_result WHERE result IS NOT NULL
UNION ALL
SELECT 'loss', case_id, NULL, NULL, result, due,
       CASE WHEN result <> 'undetermined' THEN COALESCE(done, %(day)s) - due END
FROM loss_result WHERE result IS NOT NULL
