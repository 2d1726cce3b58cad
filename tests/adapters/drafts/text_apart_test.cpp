#include "adapters/drafts/text_apart.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>

using namespace adapters::drafts;
using engine::say;

BOOST_AUTO_TEST_SUITE(text_apart_test)

BOOST_AUTO_TEST_CASE(a_text_is_heard_as_it_was_told)
{
    text_reading const words = draft_text{{"第一条 \"甲\"", "第二条\\乙"}};
    BOOST_TEST((std::get<draft_text>(heard(told(words))).paragraphs ==
                std::get<draft_text>(words).paragraphs));
    text_reading const refused = say("文件“{1}”已损坏", std::string("a.docx"));
    BOOST_TEST((std::get<engine::text>(heard(told(refused))) == std::get<engine::text>(refused)));
}

BOOST_AUTO_TEST_CASE(what_has_to_be_unpacked_is_read_apart_alone)
{
    tests::scratch_dir dir;
    adapters::apart::reading_room nobody({});
    auto const put = [&](char const* name, std::string const& bytes) {
        std::ofstream(dir.path() / name) << bytes;
        return dir.path() / name;
    };
    BOOST_TEST((read_draft(nobody, "1", put("a.txt", "第一条\n")).read.index() == 0u));
    for (auto const& file : {put("a.pdf", "%PDF-1.4"), put("a.docx", "PK\x03\x04")})
        BOOST_TEST((std::get<engine::text>(read_draft(nobody, "2", file).read) ==
                    say("文件过大或者已损坏，无法读取")));
}

BOOST_AUTO_TEST_SUITE_END()
