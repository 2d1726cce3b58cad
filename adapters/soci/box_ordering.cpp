#include "adapters/soci/box_ordering.hpp"

#include "adapters/soci/rows.hpp"

#include <charconv>

namespace adapters::soci {

std::vector<std::string> ordering::columns() const
{
    std::vector<std::string> all;
    for (auto const* one : {&key, &id, &seq})
        if (!one->empty())
            all.push_back(*one);
    return all;
}

std::string ordering::order_by() const
{
    std::string list;
    for (auto const& one : columns())
        list += (list.empty() ? " order by " : ", ") + one + (falling ? " desc" : "");
    return list;
}

void ordering::go_on(box_cursor const& after, narrowing& to) const
{
    std::string left, right;
    auto const add = [&](std::string const& column, char const* name) {
        left += (left.empty() ? "(" : ", ") + column;
        right += (right.empty() ? "(:" : ", :") + std::string(name);
    };
    if (!key.empty()) {
        add(key, "after_key");
        to.with("after_key", after.key);
    }
    add(id, "after_id");
    to.with("after_id", after.id);
    if (!seq.empty()) {
        add(seq, "after_seq");
        to.with("after_seq", after.seq);
    }
    to.add(left + (falling ? ") < " : ") > ") + right + ")");
}

namespace {

ordering order_of_done(box_order by)
{
    switch (by) {
    case box_order::newest:
        return {"a.entered_at", "a.case_id", "a.seq", true};
    case box_order::oldest:
        return {"a.entered_at", "a.case_id", "a.seq", false};
    case box_order::due:
    case box_order::to_do: // behind those with a limit, as tasks without one
    case box_order::opening:
        return {"coalesce(t.due, '" + std::string(task_row::never_due) + "')", "a.case_id", "a.seq",
                false};
    case box_order::number:
        return {"c.number", "a.case_id", "a.seq", false};
    case box_order::title:
        return {"c.title", "a.case_id", "a.seq", false};
    case box_order::kind:
        break;
    }
    return {"a.kind", "a.case_id", "a.seq", false};
}

} // namespace

ordering order_of(box_name name, box_order by)
{
    if (name == box_name::opened)
        return {"", "a.case_id", "", by != box_order::oldest};
    if (name == box_name::done)
        return order_of_done(by);
    switch (by) {
    case box_order::newest:
        return {"t.received_at", "t.id", "", true};
    case box_order::oldest:
        return {"t.received_at", "t.id", "", false};
    case box_order::due:
    case box_order::to_do:
        return {"t.due", "t.id", "", false};
    case box_order::opening: // no plain column, so that the few are sorted and no index is walked
        return {"case when t.stopped = 1 then '" + std::string(task_row::never_due) +
                    "' else t.opens_on end || t.due",
                "t.id", "", false};
    case box_order::number:
    case box_order::title:
    case box_order::kind:
        break;
    }
    return {"c.number", "t.id", "", false};
}

std::string box_cursor::to_text() const
{
    return std::to_string(part) + '~' + std::to_string(id) + '~' + std::to_string(seq) + '~' + key;
}

std::optional<box_cursor> box_cursor::parse(std::string const& text)
{
    box_cursor found;
    auto const* at = text.data();
    auto const* end = text.data() + text.size();
    for (auto* number : {&found.part, &found.id, &found.seq}) {
        auto const [stopped, fault] = std::from_chars(at, end, *number);
        if (fault != std::errc() || stopped == end || *stopped != '~')
            return {};
        at = stopped + 1;
    }
    found.key.assign(at, end);
    return found;
}

} // namespace adapters::soci
