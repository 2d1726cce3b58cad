#include "adapters/rights/load_rights.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>
#include <set>

using namespace adapters::rights;

BOOST_AUTO_TEST_SUITE(load_rights_test)

BOOST_AUTO_TEST_CASE(the_shipped_table_is_without_fault)
{
    auto const found = load_rights();
    for (auto const& one : found.faults)
        BOOST_ERROR(one.file << ":" << one.line << " " << one.reason.id);
    BOOST_TEST(found.table.roles().size() >= 15u);
    BOOST_TEST((found.table.sees_up_to("head_of_government") == engine::confidentiality::secret));
    BOOST_TEST((found.table.sees_up_to("system_administrator") == engine::confidentiality::open));
}

BOOST_AUTO_TEST_CASE(administrators_exclude_each_other_and_every_deciding_role)
{
    auto const table = load_rights().table;
    std::vector<std::string> const administrators{"system_administrator", "security_administrator",
                                                  "audit_administrator"};
    for (auto const& one : administrators)
        for (auto const& other : table.roles())
            BOOST_TEST(table.exclude_each_other(one, other.code) == (one != other.code),
                       one << " " << other.code);
}

BOOST_AUTO_TEST_CASE(a_place_adds_roles_and_rights_of_its_own)
{
    tests::scratch_dir const data;
    std::filesystem::create_directories(data / "config");
    std::ofstream(data / "config/roles.csv")
        << "code,name_zh,name_en,group,sees_up_to,sees_secret,purpose_zh,purpose_en\n"
           "archivist,档案员,archivist,office,internal,part,管理档案,keeps the archive\n";
    std::ofstream(data / "config/rights.csv") << "roles,to,pattern,where\n"
                                                 "archivist,page,GET /cases,any\n";
    auto const found = load_rights(data.path());
    BOOST_TEST(found.faults.empty());
    BOOST_TEST(found.table.may_ask_for("archivist", "GET", "/cases"));
    BOOST_TEST(!found.table.may_ask_for("archivist", "GET", "/figures"));
}

BOOST_AUTO_TEST_CASE(each_fault_of_a_table_is_told_with_its_line)
{
    loaded_rights found;
    read_rights("code,name_zh,name_en,group,sees_up_to,sees_secret,purpose_zh,purpose_en\n"
                "clerk,承办人,clerk,office,internal,part,a,b\n"
                "clerk,承办人,clerk,office,internal,part,a,b\n"
                "head,负责人,head,office,hidden,part,a,b\n",
                "roles,to,pattern,where\n"
                "clerk,page,GET /,any\n"
                "stranger,page,GET /,any\n"
                "clerk,door,GET /,any\n"
                "clerk,page,GET /,sponsor\n",
                "x", found);
    std::vector<std::string> where;
    for (auto const& one : found.faults)
        where.push_back(one.file + ":" + std::to_string(one.line));
    std::vector<std::string> const wanted{"x/roles.csv:3", "x/roles.csv:4", "x/rights.csv:3",
                                          "x/rights.csv:4", "x/rights.csv:5"};
    BOOST_TEST(where == wanted, boost::test_tools::per_element());
    BOOST_TEST(found.table.rows().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_table_without_a_column_says_so)
{
    loaded_rights found;
    read_rights("code\nclerk\n", "roles,to\n", "x", found);
    BOOST_TEST(!found.faults.empty());
    BOOST_TEST(found.table.roles().empty());
}

BOOST_AUTO_TEST_CASE(only_a_few_roles_see_every_secret)
{
    auto const table = load_rights().table;
    std::set<std::string> all;
    for (auto const& one : table.roles())
        if (one.sees_secret == engine::secret_reach::all)
            all.insert(one.code);
    BOOST_TEST((all == std::set<std::string>{"auditor", "head_of_government", "report_compiler"}));
    engine::actor who;
    who.role = "reviewer";
    BOOST_TEST(!table.seeing(who, {}).parts().empty());
    who.role = "auditor";
    BOOST_TEST(table.seeing(who, {}).parts().empty());
    BOOST_TEST((table.seeing(who, {}).up_to() == engine::confidentiality::secret));
    // cleared further than the role, and for what is their own business alone
    who.role = "sponsor_clerk";
    auto const cleared = table.seeing(who, engine::confidentiality::secret);
    BOOST_TEST((cleared.up_to() == engine::confidentiality::secret));
    BOOST_TEST(!cleared.parts().empty());
}

BOOST_AUTO_TEST_SUITE_END()
