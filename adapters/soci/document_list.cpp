#include "adapters/soci/document_list.hpp"

#include "adapters/soci/document_rows.hpp"
#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/rows.hpp"

#include <boost/describe/enum_from_string.hpp>

namespace adapters::soci {
namespace {

using workflows::normative_document::force_state;

constexpr std::string_view family = "normative_document";
constexpr char const* from_register =
    " from normative_document d join case_file c on c.id = d.case_id";

/// The words of state_on() as a question: what makes the state of a document on a day. The two are
/// compared by a test.
constexpr char const* state_sql =
    "case when d.standing = 'lapsed' then 'expired' when d.standing <> 'issued' then d.standing"
    " when d.valid_until <> '' and d.valid_until < :today then 'expired'"
    " when d.effective_on > :today then 'not_yet_in_force'"
    " when d.valid_until <> '' and d.valid_until <= :warned then 'expiring'"
    " else 'in_force' end";

std::optional<force_state> state_named(std::string const& name)
{
    force_state state{};
    if (boost::describe::enum_from_string(name.c_str(), state))
        return state;
    return {};
}

narrowing narrowed(normative_filter const& only, visibility const& seen)
{
    narrowing to;
    seen.narrow(to, family);
    to.by_if_given("c.unit = :unit", "unit", only.unit);
    to.by_if_given("d.level = :of_level", "of_level", only.level);
    if (!only.words.empty())
        to.by("(lower(c.title) like :words escape '\\' or lower(c.number) like :words escape '\\'"
              " or lower(d.document_number) like :words escape '\\')",
              "words", anywhere(only.words));
    return to;
}

} // namespace

document_list::document_list(reader& from, engine::day today, long long warning_months)
    : sql_(*from.sql_), seen_(from.seen_), today_(today), warning_months_(warning_months),
      today_text_(engine::to_text(today)),
      warned_until_(engine::to_text(engine::add_months(today, static_cast<int>(warning_months))))
{}

page<normative_entry> document_list::list(normative_filter const& only,
                                          std::optional<long long> before, long long limit)
{
    return faults_as_ours([&] {
        auto to = narrowed(only, seen_);
        if (only.state)
            to.by(std::string(state_sql) + " = :state", "state",
                  std::string(engine::name_of(*only.state)));
        if (only.binding_only)
            to.add(std::string(state_sql) + " in ('in_force', 'expiring')");
        if (only.public_only)
            to.add(std::string(state_sql) + " in ('not_yet_in_force', 'in_force', 'expiring')");
        if (only.state || only.binding_only || only.public_only) {
            to.with("today", today_text_);
            to.with("warned", warned_until_);
        }
        if (before)
            to.by("d.case_id < :before", "before", *before);
        long long const most = limit + 1;
        long long told = 0;
        document_row row;
        normative_entry one;
        page<normative_entry> found;
        query list(sql_, std::string(planned_anew) +
                             "select d.case_id, c.number, c.title, c.unit, c.phase, " +
                             "(select count(*) from act a where a.case_id = d.case_id and a.seq = 2"
                             " and a.kind = 'document_project.told_afterwards'), " +
                             document_row::columns + from_register + to.conditions() +
                             " order by d.case_id desc limit :most");
        to.into(list.in("most", most));
        list.out(one.on.value).out(one.number).out(one.title).out(one.unit).out(one.phase);
        list.out(told);
        row.out_of(list);
        list.each([&] {
            one.told_afterwards = told != 0;
            one.line = row.to_line();
            found.rows.push_back(one);
        });
        if (static_cast<long long>(found.rows.size()) > limit) {
            found.rows.resize(static_cast<std::size_t>(limit));
            found.next = found.rows.back().on.value;
        }
        return found;
    });
}

std::map<force_state, long long> document_list::states()
{
    return faults_as_ours([&] {
        narrowing to;
        seen_.narrow(to, family);
        std::string name;
        long long number = 0;
        std::map<force_state, long long> found;
        query count(sql_, std::string("select ") + state_sql + ", count(*)" + from_register +
                              to.conditions() + " group by 1");
        to.into(count.in("today", today_text_).in("warned", warned_until_));
        count.out(name).out(number).each([&] {
            if (auto const state = state_named(name))
                found[*state] += number;
        });
        return found;
    });
}

force_state document_list::state_of(normative_entry const& one) const
{
    return state_on(one.line, today_, warning_months_);
}

} // namespace adapters::soci
