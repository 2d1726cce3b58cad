#include "tests/workflows/drafts.hpp"

namespace tests {

using namespace workflows::major_decision;

document_ref document(int number)
{
    auto digits = std::to_string(number);
    return {std::string(64 - digits.size(), '0') + digits, "文件" + digits + ".pdf"};
}

std::string document_json(int number)
{
    auto const one = document(number);
    return boost::json::serialize(boost::json::value{{"hash", one.hash}, {"name", one.name}});
}

drafting::assessed& touches(trial& t)
{
    if (!t.file.drafting.touches)
        t.file.drafting.touches = on_record(t, drafting::assessed{}, 2, "2024-01-09");
    return t.file.drafting.touches->body;
}

void put_draft(trial& t, drafting::change_class change)
{
    drafting::versioned body{};
    auto const number = static_cast<int>(t.file.drafting.versions.size()) + 1;
    body.draft = document(100 + number);
    body.explanation = document(200 + number);
    body.change = change;
    t.file.drafting.versions.push_back(on_record(t, std::move(body), 2));
}

void confirm_change(trial& t, drafting::change_class change,
                    std::vector<drafting::repeatable_step> waived)
{
    drafting::change_confirmed body{};
    body.version = current_draft(t.file);
    body.change = change;
    for (auto step : waived)
        body.waived.push_back({step, "不影响该步骤的结论"});
    t.file.drafting.confirmations.push_back(on_record(t, std::move(body), 3));
}

void tell_draft(trial& t)
{
    t.follows("drafting.versioned", R"({"draft":)" + document_json(1) + R"(,"explanation":)" +
                                        document_json(2) +
                                        R"(,"options":1,"change":"substantive"})");
}

void tell_confirmation(trial& t)
{
    t.follows("drafting.change_confirmed",
              R"({"version":2,"change":"non_substantive","reason":"仅调整措辞"})");
}

void find_missing(trial& t, statutory_step step)
{
    legality_review::concluded body{};
    body.missing_steps = {step};
    t.file.legality_review.sent_back.push_back(on_record(t, body, t.seq() + 1));
    auto const told =
        boost::json::value{{"power_finding", "有权"},
                           {"procedure_finding", "程序不全"},
                           {"content_finding", "合法"},
                           {"outcome", "complete_procedure"},
                           {"missing_steps", boost::json::array{engine::name_of(step)}},
                           {"author", "审查员"},
                           {"opinion", {{"hash", document(60).hash}, {"name", document(60).name}}}};
    t.follows("legality_review.concluded", boost::json::serialize(told));
}

void check_rules(rules const& found, rules const& expected, char const* file, int line)
{
    auto const words = [](rules const& all) {
        std::string list;
        for (auto const& one : all)
            list += one + " ";
        return list;
    };
    BOOST_TEST_CONTEXT(file << ":" << line)
    {
        BOOST_TEST(words(found) == words(expected));
    }
}

} // namespace tests
