#include "adapters/soci/accounts.hpp"

#include "adapters/soci/account_lookups.hpp"
#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"
#include "adapters/soci/unknown_logins.hpp"

namespace adapters::soci {
namespace {

struct unit_row {
    static constexpr char const* select =
        "select code, name, organ, closed_on, former_names from unit";

    query& out_of(query& from)
    {
        return from.out(one.code).out(one.name).out(one.organ).out(closed_on).out(former_names);
    }
    unit to_unit()
    {
        one.is_closed = !closed_on.empty();
        one.former_names = former_names_in(former_names);
        return one;
    }

    unit one;
    std::string closed_on, former_names;
};

} // namespace

std::string const& unit::name_on(engine::day on) const
{
    for (auto const& former : former_names)
        if (on < former.until)
            return former.name;
    return name;
}

engine::actor acting(person const& who, appointment const& as)
{
    return {.person = who.id,
            .name = who.name,
            .role = as.role,
            .unit = as.unit,
            .on_behalf_of = as.in_place_of_name,
            .represents = as.in_place_of,
            .succeeds = as.succeeds,
            .organ = as.organ};
}

accounts::accounts(database& at)
    : sql_(std::make_unique<shared_session>(at)), unknown_(std::make_unique<unknown_logins>())
{}
accounts::~accounts() = default;

bool accounts::set_password(engine::person_id who, std::string const& password)
{
    auto const encoded = hash_password(password);
    return sql_->write([&](::soci::session& sql) {
        query(sql, "delete from session where person = :who").in("who", who.value).run();
        return query(sql, "update person set password = :password, former_password = '',"
                          " failures = 0, locked_until = '' where id = :who")
                   .in("password", encoded)
                   .in("who", who.value)
                   .run() > 0;
    });
}

bool accounts::has_password(std::string const& login)
{
    return sql_->read([&](::soci::session& sql) {
        std::string password;
        query(sql, "select password from person where login = :login")
            .in("login", login)
            .out(password)
            .one();
        return !password.empty();
    });
}

std::set<std::string> accounts::logins_without_password()
{
    return sql_->read([](::soci::session& sql) {
        std::string login;
        std::set<std::string> found;
        query(sql, "select login from person where password = ''").out(login).each([&] {
            found.insert(login);
        });
        return found;
    });
}

bool accounts::was_taken_away(engine::person_id who, std::string const& password)
{
    auto const encoded = sql_->read([&](::soci::session& sql) {
        std::string former;
        query(sql, "select former_password from person where id = :who")
            .in("who", who.value)
            .out(former)
            .one();
        return former;
    });
    return !encoded.empty() && verify_password(encoded, password);
}

std::vector<organ> accounts::organs()
{
    return sql_->read([](::soci::session& sql) {
        organ one;
        std::string closed_on;
        std::vector<organ> found;
        query list(sql, "select code, name, level, place, parent, closed_on from organ"
                        " order by position, code");
        list.out(one.code).out(one.name).out(one.level).out(one.place).out(one.parent);
        list.out(closed_on).each([&] {
            one.is_closed = !closed_on.empty();
            found.push_back(one);
        });
        return found;
    });
}

std::vector<unit> accounts::units()
{
    return sql_->read([](::soci::session& sql) {
        unit_row row;
        std::vector<unit> found;
        query list(sql, std::string(unit_row::select) + " order by position, code");
        row.out_of(list).each([&] { found.push_back(row.to_unit()); });
        return found;
    });
}

std::optional<unit> accounts::find_unit(std::string const& code)
{
    return sql_->read([&](::soci::session& sql) -> std::optional<unit> {
        unit_row row;
        query find(sql, std::string(unit_row::select) + " where code = :code");
        if (!row.out_of(find.in("code", code)).one())
            return {};
        return row.to_unit();
    });
}

std::vector<person> accounts::persons()
{
    return sql_->read([](::soci::session& sql) {
        query list(sql, std::string(select_person) + " order by id");
        return persons_of(list);
    });
}

std::optional<person> accounts::find_person(engine::person_id id)
{
    return sql_->read([&](::soci::session& sql) { return person_by_id(sql, id); });
}

std::optional<person> accounts::find_person(std::string const& login)
{
    return sql_->read([&](::soci::session& sql) { return person_by_login(sql, login); });
}

std::vector<appointment> accounts::appointments(std::optional<engine::day> on)
{
    std::string const held_on = text_of(on);
    return sql_->read([&](::soci::session& sql) {
        query list(sql, std::string(select_appointment) +
                            (on ? std::string(" where") + holds_on_sql : "") + " order by a.id");
        if (on)
            list.in("day", held_on);
        return appointments_from(list);
    });
}

std::vector<appointment> accounts::appointments_of(engine::person_id who,
                                                   std::optional<engine::day> on)
{
    return sql_->read([&](::soci::session& sql) { return appointments_held(sql, who, on); });
}

std::vector<appointment> accounts::substitutions_for(engine::person_id who)
{
    return sql_->read([&](::soci::session& sql) { return soci::substitutions_for(sql, who); });
}

namespace {

/// Until when a person is locked at that moment; otherwise counts one more failure.
std::optional<engine::instant> count_failure(::soci::session& sql, engine::person_id who,
                                             engine::instant now)
{
    long long failures = 0;
    std::string locked_until;
    query find(sql, "select failures, locked_until from person where id = :who");
    find.in("who", who.value).out(failures).out(locked_until).one();
    if (!locked_until.empty() && instant_of(locked_until) > now)
        return instant_of(locked_until);
    ++failures;
    auto const lock = lock_after(failures);
    locked_until = lock.count() > 0 ? engine::to_text(now + lock) : std::string();
    query(sql, "update person set failures = :failures, locked_until = :until where id = :who")
        .in("failures", failures)
        .in("until", locked_until)
        .in("who", who.value)
        .run();
    return {};
}

/// Changes nothing, and takes as long as to count a failure.
void count_for_nobody(::soci::session& sql)
{
    query(sql, "update person set failures = failures where id = (select min(id) from person)")
        .run();
}

} // namespace

password_check accounts::check_password(std::string const& login, std::string const& password,
                                        engine::instant now)
{
    // An unknown name takes as long as a wrong password, and is locked as a known one, so that
    // names cannot be found out.
    static std::string const nobody = hash_password("nobody has this password");
    std::string encoded;
    // The failure is counted before the password is looked at, so that many at once count as many.
    auto found = sql_->write([&](::soci::session& sql) {
        password_check checked{person_by_login(sql, login)};
        if (!checked.who) {
            if (!unknown_->locked_until(login, now))
                count_for_nobody(sql);
            return checked;
        }
        query(sql, "select password from person where id = :who")
            .in("who", checked.who->id.value)
            .out(encoded)
            .one();
        checked.locked_until = count_failure(sql, checked.who->id, now);
        return checked;
    });
    if (!found.who)
        found.locked_until = unknown_->count_failure(login, now);
    if (found.locked_until)
        return found;
    found.right = verify_password(encoded.empty() ? nobody : encoded, password) && !encoded.empty();
    if (found.right)
        sql_->write([&](::soci::session& sql) {
            query(sql, "update person set failures = failures - 1, locked_until = ''"
                       " where id = :who and failures > 0")
                .in("who", found.who->id.value)
                .run();
        });
    return found;
}

std::optional<engine::instant> accounts::count_attempt(engine::person_id who, engine::instant now)
{
    return sql_->write([&](::soci::session& sql) { return count_failure(sql, who, now); });
}

void accounts::forget_failures(engine::person_id who)
{
    sql_->write([&](::soci::session& sql) {
        query(sql, "update person set failures = 0, locked_until = '' where id = :who")
            .in("who", who.value)
            .run();
    });
}

void accounts::note_document(std::string const& hash, long long size, std::string const& media_type,
                             std::string const& name, engine::person_id by, engine::instant now)
{
    note_documents({{hash, size, media_type, name, by, now}});
}

void accounts::note_documents(std::vector<noted_document> const& all)
{
    sql_->write([&](::soci::session& sql) {
        for (auto const& one : all) {
            query add(sql, "insert into document (hash, size, media_type, name)"
                           " values (:hash, :size, :media_type, :name)"
                           " on conflict (hash) do nothing");
            add.in("hash", one.hash).in("size", one.size).in("media_type", one.media_type);
            add.in("name", one.name).run();
            query own(sql, "insert into document_upload (hash, person, name, uploaded_at)"
                           " values (:hash, :by, :name, :at) on conflict (hash, person)"
                           " do update set name = excluded.name,"
                           " uploaded_at = excluded.uploaded_at");
            auto const at = engine::to_text(one.at);
            own.in("hash", one.hash).in("by", one.by.value).in("name", one.name);
            own.in("at", at).run();
        }
    });
}

} // namespace adapters::soci
