#include "adapters/soci/house_register.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options {
    std::filesystem::path dir;
    std::string code, name, level, place, parent, organ, login, role, unit, from, until;
    long long appointment = 0;
};
using shared = std::shared_ptr<options>;

engine::day day_of(std::string const& text)
{
    auto const found = engine::parse_day(text);
    if (!found)
        throw cannot("\"" + text + "\" is no date such as 2024-04-02");
    return *found;
}

soci::person person_of(soci::accounts& people, std::string const& login)
{
    auto found = people.find_person(login);
    if (!found)
        throw cannot("nobody signs in as \"" + login + "\"");
    return *found;
}

std::string new_password()
{
    auto password = read_secret("Password: ");
    if (password.size() < soci::shortest_password || password.size() > soci::longest_password)
        throw cannot("a password has from " + std::to_string(soci::shortest_password) + " to " +
                     std::to_string(soci::longest_password) + " bytes");
    return password;
}

CLI::App* add(CLI::App& under, char const* name, char const* words, shared const& chosen, int& code,
              void (*run)(options const&, soci::accounts&, soci::house_register&))
{
    auto* command = under.add_subcommand(name, words);
    command->callback([chosen, &code, run] {
        soci::database record(chosen->dir);
        soci::accounts people(record);
        try {
            soci::house_register house(record);
            run(*chosen, people, house);
        } catch (soci::storage_fault const& e) {
            if (e.is == soci::storage_fault::sort::clash)
                throw cannot(e.what());
            throw;
        }
        code = done_well;
    });
    return command;
}

void list(options const&, soci::accounts& people, soci::house_register&)
{
    language const words("zh");
    for (auto const& organ : people.organs())
        std::cout << "organ " << organ.code << " " << organ.name << " (" << organ.level << ", "
                  << organ.place << ")\n";
    for (auto const& unit : people.units())
        std::cout << "unit " << unit.code << " " << unit.name << " (" << unit.organ << ")\n";
    for (auto const& person : people.persons()) {
        std::cout << "person " << person.login << " " << person.name
                  << (person.may_sign_in ? "" : " (may not sign in)") << "\n";
        for (auto const& one : people.appointments_of(person.id))
            std::cout << "  appointment " << one.id << " " << one.role << " "
                      << words("role." + one.role) << " @ " << one.unit << " from "
                      << engine::to_text(one.from)
                      << (one.until ? " until " + engine::to_text(*one.until) : "") << "\n";
    }
}

} // namespace

void add_user(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto& o = *chosen;
    auto* user = program.add_subcommand("user", "Organs, units, people and their appointments");
    user->add_option("--data", o.dir, "Data directory")->required()->type_name("DIR");
    user->require_subcommand(1);

    add(*user, "list", "List everybody", chosen, code, list);

    auto* organ = add(*user, "add-organ", "Add a deciding organ", chosen, code,
                      [](options const& a, soci::accounts&, soci::house_register& house) {
                          house.add_organ({a.code, a.name, a.level, a.place, a.parent}, now());
                      });
    organ->add_option("code", o.code)->required();
    organ->add_option("name", o.name)->required();
    organ->add_option("--level", o.level, "province, city, county or township")
        ->required()
        ->check(CLI::IsMember({"province", "city", "county", "township"}));
    organ->add_option("--place", o.place, "Name of its rule pack (see `juece rules`)")->required();
    organ->add_option("--parent", o.parent, "Code of the organ above");

    auto* unit = add(*user, "add-unit", "Add a unit of an organ", chosen, code,
                     [](options const& a, soci::accounts&, soci::house_register& house) {
                         house.add_unit({a.code, a.name, a.organ}, now());
                     });
    unit->add_option("code", o.code)->required();
    unit->add_option("name", o.name)->required();
    unit->add_option("--organ", o.organ, "Code of the organ")->required();

    auto* person =
        add(*user, "add-person", "Add a person; the password is read from standard input", chosen,
            code, [](options const& a, soci::accounts&, soci::house_register& house) {
                house.add_person(a.login, a.name, new_password(), now());
            });
    person->add_option("login", o.login)->required();
    person->add_option("name", o.name)->required();

    auto* appoint = add(*user, "appoint", "Appoint a person to a role in a unit", chosen, code,
                        [](options const& a, soci::accounts& people, soci::house_register& house) {
                            soci::appointment made;
                            made.who = person_of(people, a.login).id;
                            made.role = a.role;
                            made.unit = a.unit;
                            made.from = a.from.empty() ? engine::legal_day(now()) : day_of(a.from);
                            if (!a.until.empty())
                                made.until = day_of(a.until);
                            std::cout << house.add_appointment(made, now()) << "\n";
                        });
    appoint->add_option("login", o.login)->required();
    appoint->add_option("role", o.role)
        ->required()
        ->check(CLI::IsMember({"sponsor_clerk", "department_head", "legal_officer", "reviewer",
                               "legal_adviser", "office_secretary", "deputy_in_charge",
                               "head_of_government", "executor", "report_compiler", "auditor",
                               "system_administrator", "security_administrator",
                               "audit_administrator"}));
    appoint->add_option("--unit", o.unit, "Code of the unit")->required();
    appoint->add_option("--from", o.from, "First day; today if left out");
    appoint->add_option("--until", o.until, "Last day");

    auto* end = add(*user, "end-appointment", "End an appointment with a day", chosen, code,
                    [](options const& a, soci::accounts&, soci::house_register& house) {
                        if (!house.end_appointment(a.appointment, day_of(a.until), now()))
                            throw cannot("there is no such appointment");
                    });
    end->add_option("appointment", o.appointment, "Its number, from `list`")->required();
    end->add_option("--until", o.until, "Last day")->required();

    auto* password = add(*user, "password", "Set a password, read from standard input", chosen,
                         code, [](options const& a, soci::accounts& people, soci::house_register&) {
                             people.set_password(person_of(people, a.login).id, new_password());
                         });
    password->add_option("login", o.login)->required();
}

} // namespace web::commands
