#include "adapters/soci/house_register.hpp"

#include "adapters/rights/load_rights.hpp"
#include "adapters/rules/load_rules.hpp"
#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/query.hpp"
#include "adapters/soci/random_text.hpp"
#include "adapters/soci/soci_record.hpp"
#include "workflows/administration/procedure.hpp"
#include "workflows/parameters.hpp"

#include <algorithm>

namespace adapters::soci {
namespace {

namespace administration = workflows::administration;
using boost::json::object;

/// Who is in charge of a kind of act when it is entered at the machine.
std::string role_for(std::string_view kind)
{
    return kind.starts_with("house.") || kind.starts_with("people.") ||
                   kind.starts_with("settings.")
               ? "system_administrator"
               : "security_administrator";
}

std::string words_of(engine::ruling const& ruling)
{
    std::string words;
    auto const add = [&](std::string const& one) { words += (words.empty() ? "" : "; ") + one; };
    auto const written = [](engine::text const& what) {
        auto text = what.id;
        for (std::size_t i = 0; i < what.args.size(); ++i)
            if (auto const at = text.find("{" + std::to_string(i + 1) + "}"); at != text.npos)
                text.replace(at, 3, what.args[i].id);
        return text;
    };
    if (auto const* no = std::get_if<engine::refused>(&ruling))
        for (auto const& one : no->grounds)
            add(one.rule + " " + written(one.reason));
    else if (auto const* wrong = std::get_if<engine::malformed>(&ruling))
        for (auto const& one : wrong->faults)
            add(one.path + " " + written(one.reason));
    else
        add("the administration case cannot take it");
    return words;
}

/// The acts that leave such a register.
std::vector<std::pair<std::string, object>> acts_for(administration::register_of_house here)
{
    std::vector<std::pair<std::string, object>> acts;
    // An organ comes after the one above it.
    std::stable_sort(here.organs.begin(), here.organs.end(),
                     [](auto const& a, auto const& b) { return a.level < b.level; });
    for (auto const& one : here.organs) {
        object body{{"code", one.code},
                    {"organ_name", one.name},
                    {"organ_level_is", engine::name_of(one.level)},
                    {"rule_place", one.rule_place}};
        if (!one.parent.empty())
            body["parent_organ"] = one.parent;
        acts.emplace_back("house.organ_added", std::move(body));
    }
    for (auto const& one : here.units)
        acts.emplace_back(
            "house.unit_added",
            object{{"code", one.code}, {"unit_name", one.name}, {"organ", one.organ}});
    for (auto const& one : here.people) {
        acts.emplace_back("people.added", object{{"login", one.login}, {"person_name", one.name}});
        if (!one.may_sign_in)
            acts.emplace_back("people.sign_in_barred",
                              object{{"login", one.login}, {"reason", "立卷之前已停用"}});
    }
    for (auto const& one : here.appointments) {
        object body{{"login", one.login},
                    {"appointed_role", one.role},
                    {"unit", one.unit},
                    {"from", engine::to_text(one.from)}};
        if (one.until)
            body["until"] = engine::to_text(*one.until);
        if (one.cleared_to)
            body["cleared_to"] = engine::name_of(*one.cleared_to);
        acts.emplace_back("appointments.made", std::move(body));
    }
    return acts;
}

} // namespace

/// The law of one procedure only; it needs no numbers of a place.
struct house_register::law {
    engine::procedure_shapes shapes;
    engine::rule_book book{std::vector<engine::parameter_key>()};
    engine::working_days days;
    engine::rights entitled;

    explicit law(std::filesystem::path const& dir) : entitled(rights::load_rights(dir).table)
    {
        auto const known = rules::load_rules(workflows::declared_parameters(), dir);
        shapes.emplace(administration::shape_name,
                       administration::shape(std::make_shared<engine::rights const>(entitled),
                                             rules::places_of(known.book)));
        book.add({.name = "cn", .title = "全国", .parent = "", .parameters = {}});
    }
};

not_entered::not_entered(engine::ruling ruling)
    : storage_fault(sort::clash, words_of(ruling)), why(std::move(ruling))
{}

house_register::house_register(database& at, std::string origin)
    : at_(at), origin_(std::move(origin)), sql_(at.open_session(access::writing))
{}

house_register::~house_register() = default;

engine::desk& house_register::desk()
{
    if (!desk_) {
        law_ = std::make_unique<law>(at_.dir());
        desk_ = std::make_unique<engine::desk>(
            engine::law_in_force{law_->shapes, law_->book, law_->days, law_->entitled});
    }
    return *desk_;
}

engine::submission house_register::submission_of(std::string kind, object body,
                                                 engine::instant now) const
{
    engine::submission wish{.on = administration_,
                            .shape = administration::shape_name,
                            .place = "cn",
                            .act_id = to_hex(random_bytes(16)),
                            .kind = std::move(kind),
                            .body = std::move(body),
                            .seen = {},
                            .by = {},
                            .now = now,
                            .origin = origin_,
                            .seeing = engine::clearance::of_the_record()};
    wish.by.name = "console";
    wish.by.role = role_for(wish.kind);
    return wish;
}

/// Several steps in one transaction; after a fault the desk trusts nothing that it remembers.
template <class F>
auto house_register::in_one_transaction(F&& steps)
{
    return faults_as_ours([&] {
        try {
            work all(at_, *sql_);
            soci_record record(*sql_);
            auto answer = steps(record);
            record.finish();
            all.commit();
            return answer;
        } catch (...) {
            if (desk_)
                desk_->forget_all();
            throw;
        }
    });
}

engine::ruling house_register::enter(std::string kind, object body, engine::instant now)
{
    take_over(now);
    return in_one_transaction([&](soci_record& record) {
        return desk().submit(submission_of(std::move(kind), std::move(body), now), record);
    });
}

void house_register::must(std::string kind, object body, engine::instant now)
{
    auto const ruling = enter(std::move(kind), std::move(body), now);
    if (!std::holds_alternative<engine::admitted>(ruling))
        throw not_entered(ruling);
}

std::size_t house_register::note_settings(settings_in_force const& here, engine::instant now)
{
    auto const differing = [&] {
        settings_in_force found;
        auto const before = settings_on_record(*sql_);
        for (auto const& [setting, parts] : here)
            if (auto const known = before.find(setting);
                known == before.end() || known->second != parts)
                found.emplace(setting, parts);
        return found;
    };
    if (faults_as_ours(differing).empty())
        return 0;
    take_over(now);
    return in_one_transaction([&](soci_record& record) {
        // Nobody else writes now: what differs still is not noted yet.
        auto const changed = differing();
        for (auto const& [setting, parts] : changed) {
            boost::json::array listed;
            for (auto const& one : parts)
                listed.push_back({{"part_name", one.part_name}, {"sha256", one.sha256}});
            auto const ruling = desk().submit(
                submission_of("settings.came_into_force",
                              {{"setting_is", engine::name_of(setting)}, {"parts", listed}}, now),
                record);
            if (!std::holds_alternative<engine::admitted>(ruling))
                throw not_entered(ruling);
        }
        return changed.size();
    });
}

void house_register::take_over(engine::instant now)
{
    if (administration_.value != 0)
        return;
    administration_ = in_one_transaction([&](soci_record& record) {
        if (auto const known = record.case_of_shape(administration::shape_name))
            return *known;
        auto const here = register_in_tables(*sql_);
        engine::case_id opened;
        auto const take = [&](std::string kind, object body) {
            auto wish = submission_of(std::move(kind), std::move(body), now);
            wish.on = opened;
            if (opened.value != 0)
                wish.origin = engine::entered_by_import;
            auto const ruling = desk().submit(wish, record);
            auto const* taken = std::get_if<engine::admitted>(&ruling);
            if (!taken)
                throw storage_fault(storage_fault::sort::broken,
                                    "the accounts cannot be taken into the administration case: " +
                                        words_of(ruling));
            opened = taken->what.on;
        };
        take("house.opened", {{"title", "机构、人员和任职"}});
        for (auto const& [kind, body] : acts_for(here))
            take(kind, body);
        return opened;
    });
}

void house_register::add_organ(organ const& what, engine::instant now)
{
    object body{{"code", what.code},
                {"organ_name", what.name},
                {"organ_level_is", what.level},
                {"rule_place", what.place}};
    if (!what.parent.empty())
        body["parent_organ"] = what.parent;
    must("house.organ_added", std::move(body), now);
}

void house_register::set_numbering(numbering_rule const& rule, engine::instant now)
{
    object body{
        {"unit", rule.unit}, {"numbered_act", rule.kind}, {"from", engine::to_text(rule.from)}};
    if (!rule.mark.empty())
        body["mark"] = rule.mark;
    must("settings.numbering_set", std::move(body), now);
}

void house_register::add_unit(unit const& what, engine::instant now)
{
    must("house.unit_added", {{"code", what.code}, {"unit_name", what.name}, {"organ", what.organ}},
         now);
}

engine::person_id house_register::add_person(std::string const& login, std::string const& name,
                                             std::string const& password, engine::instant now)
{
    auto const encoded = password.empty() ? std::string() : hash_password(password);
    must("people.added", {{"login", login}, {"person_name", name}}, now);
    engine::person_id id;
    faults_as_ours([&] {
        work step(at_, *sql_, turn::accounts);
        query(*sql_, "select id from person where login = :login")
            .in("login", login)
            .out(id.value)
            .one();
        query(*sql_, "update person set password = :password where id = :id")
            .in("password", encoded)
            .in("id", id.value)
            .run();
        step.commit();
    });
    return id;
}

std::string house_register::login_of(engine::person_id who)
{
    return faults_as_ours([&] {
        std::string login;
        query(*sql_, "select login from person where id = :id")
            .in("id", who.value)
            .out(login)
            .one();
        return login;
    });
}

long long house_register::add_appointment(appointment const& what, engine::instant now)
{
    object body{{"login", login_of(what.who)},
                {"appointed_role", what.role},
                {"unit", what.unit},
                {"from", engine::to_text(what.from)}};
    if (what.until)
        body["until"] = engine::to_text(*what.until);
    if (what.cleared_to)
        body["cleared_to"] = engine::name_of(*what.cleared_to);
    must("appointments.made", std::move(body), now);
    return faults_as_ours([&] {
        long long id = 0;
        query(*sql_, "select max(id) from appointment").out(id).one();
        return id;
    });
}

void house_register::end_appointment(long long id, engine::day last, engine::instant now)
{
    must("appointments.ended", {{"appointment", id}, {"last_day", engine::to_text(last)}}, now);
}

bool house_register::set_may_sign_in(engine::person_id who, bool may, engine::instant now)
{
    auto const login = login_of(who);
    if (login.empty())
        return false;
    must(may ? "people.sign_in_restored" : "people.sign_in_barred",
         {{"login", login}, {"reason", "由本机命令行办理"}}, now);
    return true;
}

} // namespace adapters::soci
