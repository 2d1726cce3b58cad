#include "adapters/notices/icalendar.hpp"
#include "adapters/notices/letter.hpp"
#include "adapters/soci/own_notices.hpp"
#include "engine/chain.hpp"
#include "web/audit.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/sent_fields.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/public_reading.hpp"
#include "workflows/major_decision/submission.hpp"

#include <map>

// What a person is told: notices, mail, and the calendar of their own limits.

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
namespace notices = adapters::notices;
namespace law = workflows::major_decision;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr long long rows_a_page = 30;
constexpr long long most_counted = 10'000;
/// Of one seat; a calendar with more is of no use to anybody.
constexpr long long most_limits = 300;

/// What news say beyond their own words: who sent a matter back, and why; before which meeting it
/// comes, and what was decided there. Empty where the act says no such thing.
std::string more_of_news(visit& v, soci::own_notice const& one)
{
    auto const act =
        notices::is_news(one.kind) ? v.records->find_act(one.on, one.seq) : std::nullopt;
    if (!act)
        return {};
    if (act->kind == law::submission::placed_on_agenda::kind)
        return words_of_meeting(v, meeting_of(*act));
    if (auto const held = law::body_if<law::deliberation::held>(*act))
        return held->decision;
    auto const* reason = act->body.if_contains("reason");
    if (!reason || !reason->is_string())
        return {};
    return v.words(say("{1}，理由：{2}", both_names(v.words, act->by.name, act->by.on_behalf_of),
                       std::string(reason->get_string())));
}

/// `about`: the case; nothing for what the house's own administration tells.
object row_of(visit& v, soci::own_notice const& one, std::optional<soci::case_entry> const& about)
{
    return {{"id", one.id},
            {"case", one.on.value},
            {"number", about ? about->head.line.number : ""},
            {"case_title", about ? about->summary.title : ""},
            {"kind", one.kind},
            {"act_words", v.words(notices::key_of_notice(one.kind))},
            {"more", about ? more_of_news(v, one) : ""},
            {"due", one.due ? engine::to_text(*one.due) : ""},
            {"due_words", one.due ? v.words.date(*one.due) : ""},
            {"at", engine::to_text(one.at)},
            {"at_words", v.words.moment(one.at)},
            {"unread", one.is_unread},
            {"over", one.is_over},
            {"needless", one.is_over && !one.was_done},
            {"href", one.is_over ? "/cases/" + std::to_string(one.on.value)
                                 : notices::place_of_task(one.on, one.chapter, one.kind)}};
}

std::string calendar_address(visit const& v, std::string const& key)
{
    return own_address(v) + "/calendar.ics?key=" + key;
}

/// What came in with the request for the page.
struct shown {
    int status = 200;
    engine::text error = {};
    std::optional<soci::mail_wish> typed = {}; ///< a wish that could not be kept
    std::string calendar_key = {};             ///< a new one, shown this once
};

answer notices_page(visit& v, shown const& with = {})
{
    if (v.wants_json && with.status >= 400)
        return problem(v, with.status, "malformed", with.error);
    auto& own = v.house.notices();
    auto const whose = v.session->who.id;
    auto const found = own.list(v.seeing(), number_in(v.query("after")), rows_a_page);
    answer page{.status = with.status, .page = "notices"};
    page.view["title"] = v.words(say("通知"));
    page.view["error"] = v.words(with.error);
    auto const unread = v.records->count_unread_notices(most_counted);
    page.view["unread"] = unread;
    page.only_page["unread_count"] = unread > 0 ? std::to_string(unread) : "";
    array rows;
    for (auto const& one : found.rows)
        if (auto const about = v.records->find_case(one.on);
            about || one.is_of_the_house) // it may have become secret just now
            rows.push_back(row_of(v, one, about));
    page.view["newest"] = found.rows.empty() ? 0 : found.rows.front().id;
    page.view["empty"] = rows.empty();
    page.view["rows"] = std::move(rows);
    page.view["next"] = found.next ? "/notices?after=" + std::to_string(*found.next) : "";
    auto const mail = with.typed ? *with.typed : own.mail_of(whose);
    page.view["mail"] = object{{"address", mail.address}, {"wanted", mail.wanted}};
    auto const since = own.calendar_key_since(whose);
    page.view["calendar"] = object{
        {"on", since.has_value()},
        {"since_words", since ? v.words.moment(*since) : ""},
        {"address", with.calendar_key.empty() ? "" : calendar_address(v, with.calendar_key)}};
    return page;
}

answer to_notices()
{
    answer go;
    go.view["done"] = true;
    go.see_other = "/notices";
    return go;
}

/// A calendar that is gathered: one entry for each task, whichever seats it waits for.
using gathered_entries = std::map<std::string, notices::calendar_entry>;

std::string uid_of(std::string const& what)
{
    return engine::sha256(what).substr(0, 32) + "@juece";
}

notices::calendar_entry named_limit(visit const& v, soci::box_row const& row)
{
    auto const& task = row.waits;
    auto const act = act_words(v.words, task.kind);
    auto const by_name =
        task.person.value ? "/" + std::to_string(task.person.value) : std::string();
    return {.uid = uid_of(std::to_string(row.on.value) + "/" + task.kind + "/" + task.role + "/" +
                          task.unit + by_name),
            .summary = v.words(say("{1}：{2}《{3}》", act, row.number, row.title)),
            .address = own_address(v) + notices::place_of_task(row.on, task.chapter, task.kind),
            .on = task.within->due};
}

/// A calendar lies on other people's servers. Of a secret case it shows that something waits, once
/// for each day; nothing of the task goes into the uid, from which it could be guessed.
notices::calendar_entry unnamed_limit(visit const& v, soci::box_row const& row)
{
    auto const page = "/cases/" + std::to_string(row.on.value);
    auto const due = row.waits.within->due;
    return {.uid = uid_of(page + "/" + engine::to_text(due)),
            .summary = v.words(say("您有一项待办到期")),
            .address = own_address(v) + page,
            .on = due};
}

void gather_limits(visit const& v, soci::appointment const& as, gathered_entries& into)
{
    auto const& house = v.house.with();
    auto const who = house.people.find_person(as.who);
    if (!who)
        return;
    auto lent =
        house.readers.borrow(house.law.entitled.seeing(soci::acting(*who, as), as.cleared_to));
    auto waiting = tasks_of_appointment(as);
    waiting.left_to = done_first_by(v, as);
    // by due day, so that those without a limit come last
    auto const found = lent->list_box(waiting, {}, soci::box_order::due, {}, most_limits);
    for (auto const& row : found.rows) {
        if (!row.waits.within)
            break;
        auto const of = lent->find_case(row.on);
        if (!of)
            continue;
        auto entry = of->summary.level > engine::confidentiality::internal ? unnamed_limit(v, row)
                                                                           : named_limit(v, row);
        auto const uid = entry.uid;
        into[uid] = std::move(entry);
    }
}

/// Blocks. On a reading thread without a reader of its own, for it borrows one after the other.
std::optional<std::string> calendar_of(visit const& v)
{
    auto const key = v.query("key");
    if (key.empty() || key.size() > 200)
        return {};
    auto const whose = v.house.notices().owner_of_calendar(key);
    if (!whose)
        return {};
    gathered_entries all;
    for (auto const& as : v.house.with().people.appointments_of(*whose, v.today()))
        gather_limits(v, as, all);
    std::vector<notices::calendar_entry> entries;
    for (auto& [uid, entry] : all)
        entries.push_back(std::move(entry));
    return notices::icalendar(v.words(say("决策办理期限")), entries, v.now);
}

} // namespace

answer show_notices(visit& v)
{
    return notices_page(v);
}

awaitable<answer> read_notices(visit& v)
{
    auto const up_to = number_in(given(v, "newest"));
    co_await v.house.reading().run([&] {
        if (up_to)
            v.house.notices().read_all(v.seeing(), *up_to, v.now);
        return true;
    });
    co_return to_notices();
}

awaitable<answer> set_notice_mail(visit& v)
{
    auto const sent = sent_fields(v);
    auto const* address = sent ? find(*sent, "address") : nullptr;
    if (!address)
        co_return problem(v, 400, "malformed", say("填写的内容有误，请按提示更正后重新提交。"));
    auto const* wanted = find(*sent, "wanted");
    soci::mail_wish wish{*address, wanted && !wanted->empty()};
    auto const fits = wish.address.empty() ? !wish.wanted : notices::is_mail_address(wish.address);
    // Named, because GCC 12 destroys twice what is made in the expression that is awaited.
    auto const keep = [&](visit& reading) {
        if (!fits)
            return notices_page(reading, {422, say("请填写有效的电子邮件地址。"), wish});
        reading.house.notices().set_mail(reading.session->who.id, wish);
        return to_notices();
    };
    auto done = co_await v.house.read(v, keep);
    co_return done;
}

awaitable<answer> renew_calendar_key(visit& v)
{
    auto const renew = [](visit& reading) {
        reading.house.with().entry.log.enter(
            entry_about(reading, "account", "calendar_key_renewed"));
        shown fresh;
        fresh.calendar_key =
            reading.house.notices().renew_calendar_key(reading.session->who.id, reading.now);
        return notices_page(reading, fresh);
    };
    auto done = co_await v.house.read(v, renew);
    co_return done;
}

awaitable<answer> drop_calendar_key(visit& v)
{
    co_await v.house.reading().run([&] {
        v.house.notices().drop_calendar_key(v.session->who.id);
        return true;
    });
    co_return to_notices();
}

awaitable<answer> show_calendar(visit& v)
{
    auto const text = co_await v.house.reading().run([&] { return calendar_of(v); });
    if (!text)
        co_return not_found(v);
    answer made;
    made.as_is.emplace();
    made.as_is->with("Content-Type", "text/calendar; charset=utf-8");
    made.as_is->with("Content-Disposition", "inline; filename=\"juece.ics\"");
    made.as_is->body = *text;
    co_return made;
}

} // namespace web::handlers
