#include "tests/workflows/review_trial.hpp"

namespace tests::review {

using namespace workflows::major_decision;
using drafting::change_class;

std::string number(std::string const& name)
{
    return std::to_string(trial::number_of(name));
}

some_people& register_of_people()
{
    static some_people all = [] {
        some_people made;
        auto const add = [&](std::string name, std::string role, std::string unit) {
            made.add({{trial::number_of(name)}, name, std::move(role), std::move(unit), {}});
        };
        for (auto const* name : {"孙律师", "周律师", "吴律师"})
            add(name, "legal_adviser", "law_firm");
        add("郑公职", "legal_adviser", "justice");
        add("郑公职", "reviewer", "justice");
        add("reviewer of justice", "reviewer", "justice");
        add("钱起草", "legal_adviser", "justice");
        add("sponsor_clerk of water", "sponsor_clerk", "water");
        return made;
    }();
    return all;
}

std::string to_ask(std::initializer_list<std::string> names)
{
    std::string list;
    for (auto const& name : names)
        list += (list.empty() ? "" : ",") + number(name);
    return R"({"answer_by":"2024-03-08","advisers":[)" + list + "]}";
}

std::string to_withdraw(std::string const& name)
{
    return R"({"reason":"代理供水公司","adviser":)" + number(name) + "}";
}

std::string const filing = R"({"procedure_account":"已完成各步骤","legal_basis":["城市供水条例"],
    "draft":)" + document_json(101) +
                           R"(,"own_review_opinion":)" + document_json(80) + "}";
std::string const opinion = R"({"has_no_interest":true,"conclusion":"agree","opinion":"合法"})";
std::string const conclusion = R"({"within_power":true,"power_finding":"是",
    "procedure_followed":true,"procedure_finding":"是","content_lawful":true,
    "content_finding":"是","outcome":"lawful","author":)" +
                               number("reviewer of justice") + R"(,"opinion":)" +
                               document_json(90) + "}";
std::string const to_change = with(conclusion, R"({"outcome":"lawful_after_changes",
    "content_lawful":false,"points":[{"point":"第五条收费依据","weight":"defect"}]})");

trial ready(std::string place)
{
    trial t(make_legality_review(), std::move(place));
    start(t);
    touches(t).secret = true;
    put_draft(t, change_class::first_draft);
    t.file.participation.exemption = on_record(t, participation::exempted{}, 10);
    sponsor_review::legal_opinion_given own{};
    own.document = document(80);
    t.file.sponsor_review.opinion = on_record(t, own, 11);
    sponsor_review::discussed talk{};
    talk.passed = true;
    t.file.sponsor_review.discussion = on_record(t, talk, 12);
    t.on("2024-03-01").by("sponsor_clerk", "water").knowing(register_of_people());
    return t;
}

trial filed(std::string place)
{
    auto t = ready(std::move(place));
    t.enters("legality_review.filed", filing);
    t.by("reviewer", "justice");
    return t;
}

trial accepted(std::string place)
{
    auto t = filed(std::move(place));
    t.enters("legality_review.accepted");
    return t;
}

trial advised(std::string place)
{
    auto t = accepted(std::move(place));
    t.by("legal_adviser", "law_firm", "孙律师").enters("legality_review.adviser_opined", opinion);
    t.on("2024-03-12").by("reviewer", "justice");
    return t;
}

trial concluded(std::string const& body)
{
    auto t = advised();
    t.enters("legality_review.concluded", body);
    t.by("sponsor_clerk", "water");
    return t;
}

} // namespace tests::review
