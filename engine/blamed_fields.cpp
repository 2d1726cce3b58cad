#include "engine/blamed_fields.hpp"

#include "engine/fitting_values.hpp"
#include "engine/trial_body.hpp"

#include <algorithm>

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

class search {
public:
    search(act as, std::vector<refusal> const& refusals, object const& prepared, day today,
           trial const& judge)
        : as_(std::move(as)), refusals_(refusals), prepared_(prepared), today_(today),
          judge_(judge), missing_(refusals.size()), wrong_(refusals.size()),
          whole_(judge(as_).answer.refusals)
    {}

    std::vector<paths> among(std::vector<field> const& fields)
    {
        look_through(as_.body, fields, "");
        auto found = std::move(missing_);
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i].empty())
                found[i] = std::move(wrong_[i]);
        return found;
    }

private:
    void look_through(object& members, std::vector<field> const& fields, std::string const& above)
    {
        for (auto const& f : fields) {
            auto const path = above.empty() ? f.name : above + "." + f.name;
            auto const* at = members.if_contains(f.name);
            auto const* rows = at ? at->if_array() : nullptr;
            bool const is_there = at && !at->is_null() && !(rows && rows->empty());
            if (!is_there) {
                put_each(members, f, path, for_what_is_missing(f), missing_);
                continue;
            }
            put_each(members, f, path, for_what_is_there(f), wrong_);
            if (f.type == field_type::group)
                look_within(members.at(f.name), f, path);
        }
    }

    void look_within(value& group, field const& f, std::string const& path)
    {
        if (auto* one = group.if_object())
            look_through(*one, f.of, path);
        if (auto* rows = group.if_array())
            for (std::size_t i = 0; i < rows->size(); ++i)
                if (auto* row = (*rows)[i].if_object())
                    look_through(*row, f.of, path + "[" + std::to_string(i) + "]");
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
            if (times(left, one.rule) < times(whole_, one.rule) &&
                std::find(left.begin(), left.end(), one) == left.end() &&
                std::find(into[i].begin(), into[i].end(), path) == into[i].end())
                into[i].push_back(path);
        }
    }

    act as_;
    std::vector<refusal> const& refusals_;
    object const& prepared_;
    day today_;
    trial const& judge_;
    std::vector<paths> missing_, wrong_;
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
