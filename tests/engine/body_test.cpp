#include "engine/body.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

namespace json = boost::json;
using namespace engine;

namespace {

enum class colour { red, blue };
JUECE_CHOICE(colour, red, blue)

struct speaker {
    std::string name;
    std::optional<prose> words;
};
BOOST_DESCRIBE_STRUCT(speaker, (), (name, words))

struct sheet {
    std::string title;
    day met_on;
    bool open = false;
    long long number = 0;
    money amount;
    colour paint = colour::red;
    std::optional<std::string> note;
    std::vector<speaker> speakers;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(sheet, (),
                      (title, met_on, open, number, amount, paint, note, speakers, minutes))

struct placard {
    std::string title;
    std::optional<page_address> address;
};
BOOST_DESCRIBE_STRUCT(placard, (), (title, address))

std::string const hash(64, 'a');

json::object good()
{
    return {{"title", "会议"},
            {"met_on", "2024-04-02"},
            {"open", true},
            {"number", 3},
            {"amount", 1500},
            {"paint", "blue"},
            {"speakers", {{{"name", "甲"}}, {{"name", "乙"}, {"words", "一\n二"}}}},
            {"minutes", {{"hash", hash}, {"name", "纪要.pdf"}}}};
}

std::set<std::string> faulty_paths(json::object const& body)
{
    std::vector<field_fault> faults;
    read_body<sheet>(body, faults);
    std::set<std::string> paths;
    for (auto const& f : faults)
        paths.insert(f.path);
    return paths;
}

using paths = std::set<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(body_test)

BOOST_AUTO_TEST_CASE(a_good_body_is_read_whole)
{
    std::vector<field_fault> faults;
    auto const body = read_body<sheet>(good(), faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST(body.title == "会议");
    BOOST_TEST(to_text(body.met_on) == "2024-04-02");
    BOOST_TEST(body.amount.fen == 1500);
    BOOST_TEST((body.paint == colour::blue));
    BOOST_TEST(!body.note.has_value());
    BOOST_TEST(body.speakers.at(1).words.value() == "一\n二");
    BOOST_TEST(body.minutes.name == "纪要.pdf");
}

BOOST_AUTO_TEST_CASE(an_address_is_a_line_that_says_what_it_is)
{
    auto const& fields = fields_of<placard>();
    BOOST_TEST((fields.at(1).type == field_type::line));
    BOOST_TEST(fields.at(1).is_page_address);
    BOOST_TEST(!fields.at(1).required);
    BOOST_TEST(!fields.at(0).is_page_address);
    std::vector<field_fault> faults;
    auto const body = read_body<placard>({{"title", "公告"}, {"address", "公报"}}, faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST(body.address.value() == "公报");
}

BOOST_AUTO_TEST_CASE(every_fault_is_named_by_its_path)
{
    struct {
        char const* path;
        json::value value;
    } const table[] = {
        {"title", ""},
        {"title", "  "},
        {"title", 7},
        {"title", "two\nlines"},
        {"title", json::string(longest_line + 1, 'x')},
        {"title", "\xff"},
        {"title", "\xc0\xaf"},
        {"title", "\xe5\x8d"},
        {"title", "\xed\xa0\x80"},
        {"met_on", "2024-02-30"},
        {"met_on", 20240402},
        {"open", "yes"},
        {"number", 1.5},
        {"number", "3"},
        {"amount", -1},
        {"paint", "green"},
        {"paint", nullptr},
        {"speakers", "nobody"},
        {"speakers[0].name", json::array{json::object{{"name", ""}}}},
        {"speakers[1].name", json::array{json::object{{"name", "甲"}}, json::object{}}},
        {"speakers[0].nickname", json::array{json::object{{"name", "甲"}, {"nickname", "x"}}}},
        {"minutes.hash", json::object{{"hash", "ABC"}, {"name", "x"}}},
        {"minutes", json::object{{"hash", hash}}},
        {"colour", "unknown"},
    };
    for (auto const& row : table) {
        auto body = good();
        std::string const path = row.path;
        body[path.substr(0, path.find_first_of(".["))] = row.value;
        BOOST_TEST(faulty_paths(body).contains(path), path << " " << json::serialize(row.value));
    }
}

BOOST_AUTO_TEST_CASE(all_faults_are_told_at_once)
{
    auto body = good();
    body.erase("title");
    body["met_on"] = "soon";
    body["extra"] = 1;
    BOOST_TEST((faulty_paths(body) == paths{"title", "met_on", "extra"}));
}

BOOST_AUTO_TEST_CASE(an_absent_flag_means_no_and_an_empty_optional_means_not_given)
{
    auto body = good();
    body.erase("open");
    body["note"] = "";
    std::vector<field_fault> faults;
    auto const read = read_body<sheet>(body, faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST(!read.open);
    BOOST_TEST(!read.note.has_value());
}

BOOST_AUTO_TEST_CASE(the_description_of_a_body_names_types_and_duties)
{
    auto const& fields = fields_of<sheet>();
    BOOST_TEST(fields.size() == 9U);
    BOOST_TEST(fields[0].required);
    BOOST_TEST((fields[1].type == field_type::date));
    BOOST_TEST(!fields[2].required);
    BOOST_TEST((fields[5].choices == std::vector<std::string>{"red", "blue"}));
    BOOST_TEST(fields[5].vocabulary == "colour");
    BOOST_TEST(fields[7].many);
    BOOST_TEST((fields[7].type == field_type::group));
    BOOST_TEST(fields[7].of.at(0).name == "name");
    BOOST_TEST((fields[8].type == field_type::document));
}

BOOST_AUTO_TEST_CASE(canonical_words_are_those_of_the_library_whatever_letter_is_in_them)
{
    for (int letter = 0; letter < 256; ++letter) {
        auto const words = "甲" + std::string(1, static_cast<char>(letter)) + "乙";
        BOOST_TEST(canonical(boost::json::string(words)) ==
                   boost::json::serialize(boost::json::string(words)));
        BOOST_TEST(canonical(boost::json::object{{words, 1}}) ==
                   boost::json::serialize(boost::json::object{{words, 1}}));
    }
}

BOOST_AUTO_TEST_CASE(canonical_text_does_not_depend_on_the_order_of_keys)
{
    auto const one = json::parse(R"({"b":[1,{"d":null,"c":"é"}],"a":true})");
    auto const two = json::parse(R"({ "a" : true, "b" : [1, {"c":"é", "d":null}] })");
    BOOST_TEST(canonical(one) == canonical(two));
    BOOST_TEST(canonical(one) == R"({"a":true,"b":[1,{"c":"é","d":null}]})");
}

BOOST_AUTO_TEST_CASE(a_tidy_body_keeps_declared_fields_only_and_leaves_out_what_is_empty)
{
    auto body = good();
    body["note"] = "";
    body["stranger"] = 1;
    auto const kept = tidy(body, fields_of<sheet>());
    BOOST_TEST(!kept.contains("note"));
    BOOST_TEST(!kept.contains("stranger"));
    BOOST_TEST(kept.at("title").as_string() == "会议");
}

BOOST_AUTO_TEST_CASE(documents_are_found_by_the_description)
{
    auto const found = documents_in(good(), fields_of<sheet>());
    BOOST_TEST(found.size() == 1U);
    BOOST_TEST(found.at(0).hash == hash);
}

BOOST_AUTO_TEST_CASE(what_somebody_wrote_is_found_with_its_place)
{
    std::vector<passage> const written = {{"title", "会议"},
                                          {"speakers[0].name", "甲"},
                                          {"speakers[1].name", "乙"},
                                          {"speakers[1].words", "一\n二"},
                                          {"minutes", "纪要.pdf"}};
    BOOST_TEST((passages_in(good(), fields_of<sheet>()) == written));
    BOOST_TEST(passages_in({{"title", 1}, {"stranger", "x"}}, fields_of<sheet>()).empty());
}

namespace {

struct handed {
    person_id receiver;
    std::optional<person_id> witness;
};
BOOST_DESCRIBE_STRUCT(handed, (), (receiver, witness))

} // namespace

BOOST_AUTO_TEST_CASE(a_person_is_a_number_of_the_register_and_never_nobody)
{
    std::vector<field_fault> faults;
    auto const body = read_body<handed>({{"receiver", 17}}, faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST(body.receiver.value == 17);
    BOOST_TEST(!body.witness.has_value());
    for (auto const& wrong : {json::value(0), json::value(-1), json::value("张三")}) {
        read_body<handed>({{"receiver", wrong}}, faults);
        BOOST_TEST_REQUIRE(faults.size() == 1u);
        BOOST_TEST(faults[0].path == "receiver");
    }
    auto const& fields = fields_of<handed>();
    BOOST_TEST((fields.at(0).type == field_type::person));
    BOOST_TEST(fields.at(0).required);
    BOOST_TEST(!fields.at(1).required);
}

namespace {

struct asked {
    std::vector<named_person> advisers;
    named_person author;
};
BOOST_DESCRIBE_STRUCT(asked, (), (advisers, author))

} // namespace

namespace {

struct argued {
    static constexpr dependent_field dependent_fields[] = {
        {"who", "paint", "blue"}, {"why", "open", "true"}, {"why", "open", "false"}};
    colour paint = colour::red;
    bool open = false;
    std::optional<std::string> who;
    std::optional<prose> why;
};
BOOST_DESCRIBE_STRUCT(argued, (), (paint, open, who, why))

} // namespace

BOOST_AUTO_TEST_CASE(a_field_may_mean_something_for_some_choices_alone)
{
    auto const& fields = fields_of<argued>();
    BOOST_TEST(fields.at(0).depends_on.empty());
    BOOST_TEST(fields.at(2).depends_on == "paint");
    BOOST_TEST((fields.at(2).means_for == std::vector<std::string>{"blue"}));
    BOOST_TEST((fields.at(3).means_for == std::vector<std::string>{"true", "false"}));
    // that it was given elsewhere is no fault
    std::vector<field_fault> faults;
    read_body<argued>({{"paint", "red"}, {"who", "某机构"}}, faults);
    BOOST_TEST(faults.empty());
}

BOOST_AUTO_TEST_CASE(somebody_of_an_old_act_is_known_by_name_alone)
{
    std::vector<field_fault> faults;
    json::object const given{{"advisers", json::array{17, "张三"}}, {"author", 18}};
    auto const body = read_body<asked>(given, faults);
    BOOST_TEST(faults.empty());
    BOOST_TEST_REQUIRE(body.advisers.size() == 2u);
    BOOST_TEST((body.advisers.at(0) == named_person{{17}, ""}));
    BOOST_TEST((body.advisers.at(1) == named_person{{}, "张三"}));
    BOOST_TEST((body.author == named_person{{18}, ""}));
    for (auto const& wrong :
         {json::value(0), json::value(""), json::value("18"), json::value(true)}) {
        read_body<asked>({{"author", wrong}}, faults);
        BOOST_TEST_REQUIRE(faults.size() == 1u);
        BOOST_TEST(faults[0].path == "author");
    }
    auto const& fields = fields_of<asked>();
    BOOST_TEST((fields.at(0).type == field_type::person));
    // what was written as words is found as words, as it was
    BOOST_TEST((passages_in(given, fields) == std::vector<passage>{{"advisers[1]", "张三"}}));
}

BOOST_AUTO_TEST_SUITE_END()
