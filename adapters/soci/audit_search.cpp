#include "adapters/soci/audit_search.hpp"

#include "adapters/soci/audit_chain.hpp"

namespace adapters::soci {
namespace {

/// The moment at which a legal day begins (Asia/Shanghai, UTC+8).
engine::instant begin_of(engine::day on)
{
    return engine::instant(on) - std::chrono::hours(8);
}

} // namespace

page<audit_entry> list_audit(database const& at, audit_filter const& only,
                             std::optional<long long> before, long long limit)
{
    auto const sql = at.open_session(access::reading);
    return faults_as_ours([&] {
        auto text = std::string("select ") + audit_row::columns + " from audit_entry where 1 = 1";
        if (!only.who.empty())
            text += " and (login = :who or name = :who)";
        if (!only.kind.empty())
            text += " and kind = :kind";
        if (only.refused)
            text += *only.refused ? " and reason <> ''" : " and reason = ''";
        if (!only.reason.empty())
            text += " and (reason = :reason or reason like :with_rules)";
        if (only.from)
            text += " and at >= :from";
        if (only.until)
            text += " and at < :until";
        if (before)
            text += " and seq < :before";
        query list(*sql, text + " order by seq desc limit :most");

        auto const from = only.from ? engine::to_text(begin_of(*only.from)) : std::string();
        auto const until = only.until
                               ? engine::to_text(begin_of(*only.until + std::chrono::days(1)))
                               : std::string();
        auto const below = before.value_or(0);
        auto const most = limit + 1;
        if (!only.who.empty())
            list.in("who", only.who);
        if (!only.kind.empty())
            list.in("kind", only.kind);
        auto const with_rules = only.reason + " %";
        if (!only.reason.empty())
            list.in("reason", only.reason).in("with_rules", with_rules);
        if (only.from)
            list.in("from", from);
        if (only.until)
            list.in("until", until);
        if (before)
            list.in("before", below);
        list.in("most", most);

        audit_row row;
        row.out_of(list);
        page<audit_entry> found;
        list.each([&] { found.rows.push_back(row.to_entry()); });
        // One row more than asked tells whether there is a next page.
        if (found.rows.size() > static_cast<std::size_t>(limit)) {
            found.rows.pop_back();
            found.next = found.rows.back().seq;
        }
        return found;
    });
}

std::vector<audit_entry> last_of_account(database const& at, engine::person_id who, long long limit)
{
    auto const sql = at.open_session(access::reading);
    return faults_as_ours([&] {
        audit_row row;
        query list(*sql, std::string("select ") + audit_row::columns +
                             " from audit_entry where person = :who and kind in ('sign_in',"
                             " 'account') order by seq desc limit :limit");
        row.out_of(list.in("who", who.value).in("limit", limit));
        std::vector<audit_entry> found;
        list.each([&] { found.push_back(row.to_entry()); });
        return found;
    });
}

} // namespace adapters::soci
