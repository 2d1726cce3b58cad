#include "tests/web/house.hpp"

using namespace tests;

BOOST_AUTO_TEST_SUITE(looks)

BOOST_AUTO_TEST_CASE(what_sizes_of_text_there_are_is_told_in_words)
{
    auto const& h = here();
    auto const shown = [&](std::string const& path, std::string const& language) {
        return h.site
            .send("GET", path,
                  "Accept: text/html\r\nCookie: size=24; language=" + language + "\r\n")
            .body;
    };
    for (auto const* path : {"/sign-in", "/public"}) {
        auto const chinese = shown(path, "zh");
        for (auto const* words : {"aria-label=\"字号\"", ">大 20</a>",
                                  "aria-current=\"true\">更大 24</a>", ">最大 30</a>"})
            BOOST_TEST(chinese.find(words) != std::string::npos, path << " " << words);
        auto const english = shown(path, "en");
        for (auto const* words : {">Large 20</a>", ">Larger 24</a>", ">Largest 30</a>"})
            BOOST_TEST(english.find(words) != std::string::npos, path << " " << words);
    }
}

BOOST_AUTO_TEST_SUITE_END()
