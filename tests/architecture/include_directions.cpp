#include "tests/architecture/checks/include_directions.hpp"

#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(include_directions)

BOOST_AUTO_TEST_CASE(the_house_keeps_its_directions)
{
    must_be_none(against_include_directions(house()));
}

BOOST_AUTO_TEST_CASE(the_house_keeps_libraries_in_their_places)
{
    must_be_none(against_library_places(house()));
}

BOOST_AUTO_TEST_CASE(an_include_against_the_direction_is_found)
{
    planted_tree tree;
    tree.with("engine/a.cpp", "#include \"workflows/b.hpp\"\n");
    tree.with("workflows/b.cpp", "#  include \"config/embedded.hpp\"\n");
    tree.with("adapters/c.cpp", "#include \"web/d.hpp\"\n#include \"config/embedded.hpp\"\n");
    tree.with("config/e.cpp", "#include \"engine/a.hpp\"\n#include \"embedded_files.inc\"\n");
    tree.with("web/f.cpp", "#include \"engine/a.hpp\"\n// #include \"tests/g.hpp\"\n");
    tree.with("web/g.cpp", "#include \"tests/h.hpp\"\n#include \"i.hpp\"\n");
    BOOST_TEST(all_of(against_include_directions(tree.read())) ==
               "adapters/c.cpp: may not include \"web/d.hpp\"\n"
               "config/e.cpp: may not include \"engine/a.hpp\"\n"
               "engine/a.cpp: may not include \"workflows/b.hpp\"\n"
               "web/g.cpp: may not include \"tests/h.hpp\"\n"
               "web/g.cpp: may not include \"i.hpp\"\n"
               "workflows/b.cpp: may not include \"config/embedded.hpp\"\n");
}

BOOST_AUTO_TEST_CASE(a_library_out_of_its_place_is_found)
{
    planted_tree tree;
    tree.with("engine/a.hpp", "#include <boost/msm/front/states.hpp>\n#include <soci/soci.h>\n");
    tree.with("workflows/b.hpp", "#include <boost/msm/front/states.hpp>\n");
    tree.with("workflows/c.cpp", "#include <boost/msm/front/states.hpp>\n");
    tree.with("adapters/soci/d.cpp", "#include <soci/soci.h>\n");
    tree.with("adapters/documents/e.cpp", "#include <boost/asio/post.hpp>\n");
    tree.with("web/f.cpp", "#include <boost/beast/http.hpp>\n");
    BOOST_TEST(all_of(against_library_places(tree.read())) ==
               "adapters/documents/e.cpp: Asio does not belong here: <boost/asio/post.hpp>\n"
               "engine/a.hpp: SOCI does not belong here: <soci/soci.h>\n"
               "workflows/b.hpp: Boost.MSM does not belong here: "
               "<boost/msm/front/states.hpp>\n");
}

BOOST_AUTO_TEST_CASE(msm_reached_through_a_header_is_found)
{
    planted_tree tree;
    tree.with("engine/clause.hpp", "#include <boost/msm/front/states.hpp>\n");
    tree.with("engine/msm_chapter.hpp", "#include \"engine/clause.hpp\"\n");
    tree.with("workflows/terms.hpp", "#include \"engine/clause.hpp\"\n");
    tree.with("workflows/chapter.hpp", "#include \"engine/msm_chapter.hpp\"\n");
    tree.with("web/page.cpp", "#include \"workflows/terms.hpp\"\n");
    BOOST_TEST(all_of(against_library_places(tree.read())) ==
               "web/page.cpp: reaches Boost.MSM through what it includes\n"
               "workflows/chapter.hpp: only the .cpp of a chapter may include "
               "\"engine/msm_chapter.hpp\"\n");
}

BOOST_AUTO_TEST_SUITE_END()
