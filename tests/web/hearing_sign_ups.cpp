#include "web/handlers/hearing_sign_ups.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace hearing = workflows::major_decision::hearing;
using adapters::soci::comment_entry;
using web::handlers::hearing_sign_ups;

comment_entry signed_up(long long number, char const* name, char const* identity)
{
    comment_entry made;
    made.number = number;
    made.name = name;
    made.identity = identity;
    made.side = "in_favour";
    return made;
}

hearing::listed_person person(char const* name, char const* identity)
{
    hearing::listed_person made;
    made.name = name;
    made.role = hearing::hearing_role::participant;
    made.identity = identity;
    made.side = hearing::hearing_side::in_favour;
    return made;
}

hearing::listed list_of(std::vector<hearing::listed_person> people)
{
    hearing::listed made;
    made.people = std::move(people);
    return made;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hearing_sign_ups_test)

BOOST_AUTO_TEST_CASE(of_two_namesakes_each_reads_of_themselves)
{
    auto const teacher = signed_up(3, "王芳", "教师");
    auto const doctor = signed_up(4, "王芳", "医生");
    hearing_sign_ups const all({teacher, doctor});
    auto const list = list_of({person("王芳", "医生")});
    BOOST_TEST(all.chance_of(teacher, list) == "not_chosen");
    BOOST_TEST(all.chance_of(doctor, list) == "chosen");
    BOOST_TEST(all.number_of(list.people.front()).value() == 4);
}

BOOST_AUTO_TEST_CASE(what_the_office_adds_to_the_names_of_namesakes_changes_nothing)
{
    auto const teacher = signed_up(3, "王芳", "教师");
    auto const doctor = signed_up(4, "王芳", "医生");
    hearing_sign_ups const all({teacher, doctor});
    auto list = list_of({person("王芳（教师）", "教师"), person("王芳（医生）", "医生")});
    list.people.back().is_substitute = true;
    BOOST_TEST(all.chance_of(teacher, list) == "chosen");
    BOOST_TEST(all.chance_of(doctor, list) == "substitute");
}

BOOST_AUTO_TEST_CASE(where_nothing_tells_namesakes_apart_nobody_is_told_what_may_be_wrong)
{
    auto const teacher = signed_up(3, "王芳", "教师");
    hearing_sign_ups const all({teacher, signed_up(4, "王芳", "医生")});
    auto const list = list_of({person("王芳", "城西居民")});
    BOOST_TEST(all.chance_of(teacher, list) == "namesake");
    BOOST_TEST(!all.number_of(list.people.front()).has_value());
}

BOOST_AUTO_TEST_CASE(whoever_has_no_namesake_is_known_by_the_name)
{
    auto const once = signed_up(3, "王芳", "教师");
    auto const again = signed_up(5, "王芳", "教师"); // sent twice
    hearing_sign_ups const all({once, again});
    auto const list = list_of({person("王芳", "区第一小学")});
    BOOST_TEST(all.chance_of(once, list) == "chosen");
    BOOST_TEST(all.chance_of(again, list) == "chosen");
    BOOST_TEST(all.number_of(list.people.front()).value() == 3);
    BOOST_TEST(all.chance_of(signed_up(6, "王芳芳", "教师"), list) == "not_chosen");
    BOOST_TEST(all.chance_of(signed_up(7, "", ""), list) == "");
}

BOOST_AUTO_TEST_SUITE_END()
