#include "engine/blamed_fields.hpp"

#include "engine/fitting_values.hpp"
#include "engine/trial_body.hpp"

#include <algorithm>
#include <set>

namespace engine {
namespace {

using boost::json::object;
using boost::json::value;
using paths = std::vector<std::string>;

/// A body with thousands of rows is not tried to its end: nobody waits so long for a page.
constexpr int most_tries = 3'000;

auto times(std::vector<refusal> const& all, rule_id const& rule)
{
    return std::count_if(all.begin(), all.end(), [&](auto const& one) { return one.rule == rule; });
}

bool is_among(std::vector<refusal> const& all, refusal const& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

class search {
public:
    search(act as, std::vector<refusal> const& refusals, object const& prepared, day today,
           trial const& judge)
        : as_(std::move(as)), refusals_(refusals), prepared_(prepared), today_(today),
          judge_(judge), missing_(refusals.size()), wrong_(refusals.size()),
          short_(refusals.size()), is_of_several_(refusals.size()),
          whole_(judge(as_).answer.refusals)
    {}

    std::vector<paths> among(std::vector<field> const& fields)
    {
        look_through(as_.body, fields, "");
        look_at_all_that_is_missing(fields);
        auto found = std::move(missing_);
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i].empty())
                found[i] = wrong_[i].empty() ? std::move(short_[i])
                                             : with_lists_for_rows(short_[i], wrong_[i]);
        return found;
    }

private:
    void look_through(object& members, std::vector<field> const& fields, std::string const& above)
    {
        for (auto const& f : fields) {
            auto const path = above.empty() ? f.name : above + "." + f.name;
            if (is_missing(members, f)) {
                put_each(members, f, path, for_what_is_missing(f), missing_);
                continue;
            }
            put_each(members, f, path, for_what_is_there(f), wrong_);
            if (f.type == field_type::group)
                look_within(members.at(f.name), f, path);
            if (f.type == field_type::group && f.many)
                look_at_one_row_more(members, f, path);
        }
    }

    /// A list that has rows may lack one still.
    void look_at_one_row_more(object& members, field const& f, std::string const& path)
    {
        auto const before = members.at(f.name);
        for (auto& row : rows_to_add(f)) {
            auto rows = before.as_array();
            rows.push_back(std::move(row));
            members[f.name] = std::move(rows);
            note_what_is_gone(path, short_);
        }
        members[f.name] = before;
    }

    std::vector<value> rows_to_add(field f) const
    {
        f.many = false;
        trial_body const bodies(today_);
        auto const first = bodies.filled(f, measure::small);
        std::vector<value> all{first};
        for (auto const& member : f.of)
            if (member.type == field_type::choice && !member.many)
                for (auto& other : bodies.instead_of(member, first.as_object().at(member.name))) {
                    all.push_back(first);
                    all.back().as_object()[member.name] = std::move(other);
                }
        return all;
    }

    /// Where a row more would do as well as another value in any of several rows, none of them says
    /// anything wrong: the list lacks the row.
    static paths with_lists_for_rows(paths const& lists, paths const& found)
    {
        auto const lacks_it = [&](std::string const& list) {
            std::set<std::string> rows;
            for (auto const& one : found)
                if (one.starts_with(list + "["))
                    rows.insert(one.substr(0, one.find(']', list.size())));
            return rows.size() > 1;
        };
        paths made;
        for (auto const& one : found) {
            auto const list = std::find_if(lists.begin(), lists.end(), [&](auto const& each) {
                return one.starts_with(each + "[") && lacks_it(each);
            });
            auto const& said = list == lists.end() ? one : *list;
            if (std::find(made.begin(), made.end(), said) == made.end())
                made.push_back(said);
        }
        return made;
    }

    /// What several missing places bring about together is mended by none of them alone: everything
    /// is filled in, and again without the one place.
    void look_at_all_that_is_missing(std::vector<field> const& fields)
    {
        auto const before = as_.body;
        fill_in(as_.body, fields);
        auto const full = judge_(as_);
        if (full.known && full.faults.empty())
            take_out_each(as_.body, before, fields, "", full.answer.refusals);
        as_.body = before;
    }

    static bool is_missing(object const& members, field const& f)
    {
        auto const* at = members.if_contains(f.name);
        auto const* rows = at ? at->if_array() : nullptr;
        return !at || at->is_null() || (rows && rows->empty());
    }

    void fill_in(object& members, std::vector<field> const& fields) const
    {
        trial_body const bodies(today_);
        for (auto const& f : fields) {
            if (is_missing(members, f))
                members[f.name] = bodies.filled(f, measure::small);
            else if (f.type == field_type::group)
                for (auto* row : rows_of(members.at(f.name)))
                    fill_in(*row, f.of);
        }
    }

    void take_out_each(object& members, object const& before, std::vector<field> const& fields,
                       std::string const& above, std::vector<refusal> const& full)
    {
        for (auto const& f : fields) {
            auto const path = above.empty() ? f.name : above + "." + f.name;
            if (is_missing(before, f)) {
                auto const whole = members;
                members.erase(f.name);
                note_what_comes_back(path, full);
                members = whole;
            } else if (f.type == field_type::group) {
                auto was = before.at(f.name);
                auto const rows = rows_of(members.at(f.name));
                auto const rows_before = rows_of(was);
                for (std::size_t i = 0; i < rows.size(); ++i)
                    take_out_each(*rows[i], *rows_before[i], f.of,
                                  f.many ? path + "[" + std::to_string(i) + "]" : path, full);
            }
        }
    }

    void note_what_comes_back(std::string const& path, std::vector<refusal> const& full)
    {
        if (++tries_ > most_tries)
            return;
        auto const said = judge_(as_);
        if (!said.faults.empty() || !said.known)
            return;
        for (std::size_t i = 0; i < refusals_.size(); ++i) {
            auto const& rule = refusals_[i].rule;
            if (missing_[i].empty() || is_of_several_[i]) {
                if (times(full, rule) < times(whole_, rule) && !is_among(full, refusals_[i]) &&
                    times(said.answer.refusals, rule) > times(full, rule)) {
                    is_of_several_[i] = true;
                    missing_[i].push_back(path);
                }
            }
        }
    }

    /// The members of a group, or of each row of a list of groups.
    static std::vector<object*> rows_of(value& group)
    {
        std::vector<object*> found;
        if (auto* one = group.if_object())
            found.push_back(one);
        if (auto* rows = group.if_array())
            for (auto& row : *rows)
                if (auto* one = row.if_object())
                    found.push_back(one);
        return found;
    }

    void look_within(value& group, field const& f, std::string const& path)
    {
        auto const rows = rows_of(group);
        for (std::size_t i = 0; i < rows.size(); ++i)
            look_through(*rows[i], f.of, f.many ? path + "[" + std::to_string(i) + "]" : path);
    }

    std::vector<value> for_what_is_missing(field const& f) const
    {
        trial_body const bodies(today_);
        if (!f.many)
            return f.type == field_type::group
                       ? std::vector<value>{bodies.filled(f, measure::small)}
                       : fitting_values(f, as_.body, prepared_, today_);
        std::vector<value> all = {bodies.filled(f, measure::small),
                                  bodies.filled(f, measure::large)};
        for (auto& one : bodies.instead_of(f, all.front()))
            all.push_back(std::move(one));
        return all;
    }

    /// No other value shows whether a condition would mind who somebody is.
    std::vector<value> for_what_is_there(field const& f) const
    {
        if (f.many)
            return for_what_is_missing(f);
        if (f.type == field_type::group || f.type == field_type::person ||
            f.type == field_type::unit)
            return {};
        return fitting_values(f, as_.body, prepared_, today_);
    }

    void put_each(object& members, field const& f, std::string const& path,
                  std::vector<value> const& all, std::vector<paths>& into)
    {
        auto const before = members;
        for (auto const& one : all) {
            members[f.name] = one;
            note_what_is_gone(path, into);
        }
        if (!f.required && members.erase(f.name) && before.contains(f.name))
            note_what_is_gone(path, into);
        members = before;
    }

    /// What is said in other words is not gone: so many on one rule are fewer than before.
    void note_what_is_gone(std::string const& path, std::vector<paths>& into)
    {
        if (++tries_ > most_tries)
            return;
        auto const said = judge_(as_);
        if (!said.faults.empty() || !said.known)
            return;
        auto const& left = said.answer.refusals;
        for (std::size_t i = 0; i < refusals_.size(); ++i) {
            auto const& one = refusals_[i];
            if (times(left, one.rule) < times(whole_, one.rule) && !is_among(left, one) &&
                std::find(into[i].begin(), into[i].end(), path) == into[i].end())
                into[i].push_back(path);
        }
    }

    act as_;
    std::vector<refusal> const& refusals_;
    object const& prepared_;
    day today_;
    trial const& judge_;
    std::vector<paths> missing_, wrong_, short_; ///< the last: of a row
    std::vector<bool> is_of_several_;            ///< missing together
    std::vector<refusal> whole_;
    int tries_ = 0;
};

} // namespace

std::vector<paths> blamed_fields(act const& as, std::vector<field> const& fields,
                                 std::vector<refusal> const& refusals, object const& prepared,
                                 day today, trial const& judge)
{
    return search(as, refusals, prepared, today, judge).among(fields);
}

std::vector<paths> blamed_fields(procedure& file, std::string const& kind, object const& body,
                                 std::vector<refusal> const& refusals, object const& prepared,
                                 circumstances const& now)
{
    auto const* fields = file.fields_of(kind);
    auto as = act_by_nobody(file, kind, now);
    if (!fields || !as)
        return std::vector<paths>(refusals.size());
    as->body = body;
    return blamed_fields(*as, *fields, refusals, prepared, now.today,
                         [&](act const& one) { return file.attempt(one, now); });
}

} // namespace engine
