#include "adapters/files/read_file.hpp"
#include "adapters/rights/load_rights.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/permissions.hpp"
#include "workflows/shapes.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

// Who may enter which act and in which relation to the case, as it was agreed. The table itself
// cannot say that a row of it is one too many; this copy of its answers can.
// JUECE_WRITE_GOLDEN=1 writes it anew; read the difference as a lawyer before it is kept.

namespace {

/// "report_compiler may release.approved: any"
using answers = std::set<std::string>;

std::filesystem::path golden()
{
    return std::filesystem::path(JUECE_SOURCES) / "tests/workflows/golden/rights.txt";
}

/// Each act with those who may do it, as a person reads it.
std::string printed(engine::rights const& table)
{
    std::ostringstream out;
    for (auto const& one : workflows::acts_by_chapter(workflows::shapes(table))) {
        out << "== " << engine::family_of(one.shape) << ' ' << one.chapter << '\n';
        for (auto const& kind : one.kinds) {
            out << kind << '\n';
            for (auto const& role : table.roles()) {
                auto const where = workflows::relations_allowed(table, role.code, kind);
                if (where.empty())
                    continue;
                out << "    " << role.code << ':';
                for (auto const relation : where)
                    out << ' ' << engine::name_of(relation);
                out << '\n';
            }
        }
    }
    return out.str();
}

answers read(std::string const& text)
{
    answers found;
    std::istringstream lines(text);
    std::string line, kind;
    while (std::getline(lines, line)) {
        if (line.starts_with("    "))
            found.insert(line.substr(4, line.find(':') - 4) + " may " + kind +
                         line.substr(line.find(':')));
        else if (!line.starts_with("=="))
            kind = line;
    }
    return found;
}

/// What is in the table and was not agreed, and what was agreed and is gone.
std::vector<std::string> differences(answers const& agreed, answers const& now)
{
    std::vector<std::string> found;
    for (auto const& one : now)
        if (!agreed.contains(one))
            found.push_back("not agreed: " + one);
    for (auto const& one : agreed)
        if (!now.contains(one))
            found.push_back("no longer: " + one);
    return found;
}

std::string lines(std::vector<std::string> const& all)
{
    std::string text;
    for (auto const& one : all)
        text += "\n  " + one;
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rights_golden_test)

BOOST_AUTO_TEST_CASE(every_role_may_do_what_was_agreed_and_nothing_else)
{
    auto const table = adapters::rights::load_rights().table;
    auto const* wish = std::getenv("JUECE_WRITE_GOLDEN");
    if (wish && std::string_view(wish) == "1")
        std::ofstream(golden()) << printed(table);
    auto const agreed = read(adapters::files::read_file(golden()));
    BOOST_TEST(agreed.size() > 500u);
    auto const found = differences(agreed, read(printed(table)));
    BOOST_TEST(found.empty(), "config/rights.csv gives other rights than were agreed; if this is "
                              "meant, JUECE_WRITE_GOLDEN=1 writes "
                                  << golden().filename() << " anew:" << lines(found));
}

BOOST_AUTO_TEST_CASE(a_stray_row_is_told_by_role_act_and_relation)
{
    auto const before = adapters::rights::load_rights().table;
    auto after = before;
    BOOST_TEST(!after.add(engine::right{
        {"executor"}, engine::sphere::act, "legality_review.concluded", engine::relation::any}));
    BOOST_TEST(!after.add(engine::right{
        {"reviewer"}, engine::sphere::act, "drafting.versioned", engine::relation::concerned}));
    std::vector<std::string> const stray = {
        "not agreed: executor may legality_review.concluded: any",
        "not agreed: reviewer may drafting.versioned: concerned"};
    BOOST_TEST(differences(read(printed(before)), read(printed(after))) == stray,
               boost::test_tools::per_element());
    BOOST_TEST(differences(read(printed(after)), read(printed(before))).size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
