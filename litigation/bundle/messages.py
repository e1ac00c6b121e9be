"""The sentences about what is wrong with a bundle, zh and en side by side; each ends with what to do.

A placeholder in braces is a parameter of the error. ``hint`` is filled in by itself, with a sentence or with nothing.
"""

from __future__ import annotations

from typing import Final

RECORDS: Final = {
    "unit": {"zh": "单位", "en": "unit"},
    "dispute": {"zh": "争议", "en": "dispute"},
    "case": {"zh": "案件", "en": "case"},
    "annual_report": {"zh": "年度报告", "en": "annual report"},
}

TYPES: Final = {
    "object": {"zh": "映射（键: 值）", "en": "a mapping (key: value)"},
    "array": {"zh": "列表", "en": "a list"},
    "string": {"zh": "文本", "en": "text"},
    "boolean": {"zh": "true 或 false", "en": "true or false"},
    "integer": {"zh": "整数", "en": "a whole number"},
}

MESSAGES: Final = {
    "heading": {
        "zh": "{source}：错误 {count} 处，文件未被采用。",
        "en": "{source}: errors: {count}. Nothing of the file is used.",
    },
    # The text
    "unreadable": {
        "zh": "不是可读的 YAML 或 JSON（第 {line} 行第 {column} 列）：{problem}。"
        "请检查缩进、引号、括号和冒号后的空格。",
        "en": "no readable YAML or JSON (line {line}, column {column}): {problem}. Check indentation, quotes, brackets"
        " and the space after each colon.",
    },
    "wrong_format": {
        "zh": "格式标识 {value} 不受支持。请写 format: litigation-bundle/1。",
        "en": "the format {value} is not supported. Write format: litigation-bundle/1.",
    },
    # The shape
    "missing_key": {
        "zh": "缺少必填的键 {name}。请补上。",
        "en": "the required key {name} is missing. Add it.",
    },
    "unknown_key": {
        "zh": "格式中没有键 {value}。{hint}请删除或改正。此处可用的键：{keys}。",
        "en": "the format has no key {value}.{hint} Remove or correct it. Keys allowed here: {keys}.",
    },
    "wrong_type": {
        "zh": "此处应为{wanted}，不是 {value}。请按格式填写；不明的事实不写这个键。",
        "en": "this must be {wanted}, not {value}. Correct it; leave the key out where the fact is unknown.",
    },
    "needs_quotes": {
        "zh": "此处应为文本，而 {value} 会被读成数或真假值。请加引号。",
        "en": "this must be text, and {value} is read as a number or a truth value. Put it in quotes.",
    },
    "no_null": {
        "zh": "必填的键 {name} 不能为空值。请填写。",
        "en": "the required key {name} must not be null. Fill it in.",
    },
    "null_list": {
        "zh": "键 {name} 不能为空值。不明时不写这个键，确知没有时写空列表 []。",
        "en": "the key {name} must not be null. Leave it out if unknown, write an empty list [] if there are none.",
    },
    "unknown_code": {
        "zh": "代码 {value} 不存在。{hint}可用的代码：{allowed}。",
        "en": "there is no code {value}.{hint} Allowed codes: {allowed}.",
    },
    "bad_ref": {
        "zh": "{value} 不能作代码或编号：只能用 ASCII 字母、数字、“_”“.”“-”，并以字母或数字开头。请改正。",
        "en": "{value} cannot be a code or ref: use ASCII letters, digits, _ . - only, a letter or digit first.",
    },
    "bad_date": {
        "zh": "{value} 不是日历上的日期。请按 年-月-日 写，如 2021-03-01。",
        "en": "{value} is no day of the calendar. Write it as YYYY-MM-DD, like 2021-03-01.",
    },
    "far_date": {
        "zh": "{value} 的年份不在 {earliest} 至 {latest} 之间。请核对年份。",
        "en": "the year of {value} is not between {earliest} and {latest}. Check the year.",
    },
    "bad_docket": {
        "zh": "{value} 不是法院案号。请按年份、法院代字、类型代字、编号写，如（2021）鲁0831行初12号；"
        "案号未知时不写这个键。",
        "en": "{value} is no docket number of a court. Write year, court, type and number like（2021）鲁0831行初12号;"
        " leave the key out until it is known.",
    },
    "empty_text": {
        "zh": "文本不能为空。请填写。",
        "en": "the text must not be empty. Fill it in.",
    },
    "too_long": {
        "zh": "{value} 有 {length} 个字符，最多 {most} 个。请缩短。",
        "en": "{value} has {length} characters, and {most} is the most. Shorten it.",
    },
    "out_of_range": {
        "zh": "{value} 超出范围（{least} 至 {most}）。请核对。",
        "en": "{value} is out of range ({least} to {most}). Check it.",
    },
    "doubled_entry": {
        "zh": "{value} 在列表中重复。请删去一个。",
        "en": "{value} stands twice in the list. Remove one.",
    },
    "term_and_day": {
        "zh": "同时写了期限 {first}（天数）和 {second}（日期）。请只保留裁判文书写明的一个。",
        "en": "both {first} (a term in days) and {second} (a day) are given. Keep the one the decision states.",
    },
    "effective_without_source": {
        "zh": "{first} 另定了生效日，但 {second} 没有写依据。请写明依据，或删去另定的生效日。",
        "en": "{first} overrides the computed day, but {second} names no source. Name it, or leave the override out.",
    },
    # What hangs together
    "unknown_unit": {
        "zh": "没有代码为 {value} 的单位。{hint}请在 units 中补上该单位，或改正代码。",
        "en": "there is no unit with the code {value}.{hint} Add it to units, or correct the code.",
    },
    "unknown_dispute": {
        "zh": "没有编号为 {value} 的争议。{hint}请在 disputes 中补上，或改正编号。",
        "en": "there is no dispute with the ref {value}.{hint} Add it to disputes, or correct the ref.",
    },
    "unknown_case": {
        "zh": "没有编号为 {value} 的案件。{hint}请补上前一案件，或改正编号。",
        "en": "there is no case with the ref {value}.{hint} Add the case before this one, or correct the ref.",
    },
    "doubled_ref": {
        "zh": "{value} 与 {first} 重复。每条记录的代码或编号须各不相同，请改正其中一个。",
        "en": "{value} is taken by {first} already. Each record needs a code or ref of its own; change one.",
    },
    "follows_in_circle": {
        "zh": "案件接续成环：{chain}。案件不能接续自身，请改正 follows。",
        "en": "the cases follow in a circle: {chain}. A case cannot continue itself; correct follows.",
    },
    "court_without_instance": {
        "zh": "案件类型 {kind} 由法院审理，审级不能是 {value}。"
        "请改为 first、second、retrial_review、retrial 或 remand，或者改正案件类型。",
        "en": "a case of the kind {kind} is before a court, so its instance cannot be {value}. Write first, second,"
        " retrial_review, retrial or remand, or correct the kind.",
    },
    "instance_without_court": {
        "zh": "案件类型 {kind} 不由法院审理，没有审级，不能是 {value}。请改为 none，或者改正案件类型。",
        "en": "a case of the kind {kind} is not before a court and has no instance, so it cannot be {value}. Write none,"
        " or correct the kind.",
    },
    "represented_by_itself": {
        "zh": "{value} 是本案单位自己；此处应为负责人代表本单位出庭的共同被告。请改为该单位的代码，没有时不写这个键。",
        "en": "{value} is the unit of this case; this key names the co-respondent whose head appears for it. Write that"
        " unit's code, or leave the key out where there is none.",
    },
    "hearing_before_service": {
        "zh": "开庭日 {day} 早于首次送达日 {first_service}（{first}）。请核对这两个日期。",
        "en": "the hearing on {day} is before the first service on {first_service} ({first}). Check both days.",
    },
    "two_days_for_one_act": {
        "zh": "向县政府报告风险的日期写了两个：{value}（{first}）和 {other}（{second}）。请改为同一天，或只写一处。",
        "en": "two days for one risk report: {value} in {first} and {other} in {second}. Make them one day, or give"
        " it once.",
    },
}
