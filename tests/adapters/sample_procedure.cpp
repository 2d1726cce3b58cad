#include "tests/adapters/sample_procedure.hpp"

#include "adapters/rights/load_rights.hpp"
#include "engine/chain.hpp"
#include "engine/part.hpp"
#include "workflows/administration/procedure.hpp"

#include <algorithm>
#include <stdexcept>

namespace tests {
namespace {

using namespace engine;

struct opened {
    std::string title;
    unit_ref unit;
};
BOOST_DESCRIBE_STRUCT(opened, (), (title, unit))

struct noted {
    prose words;
    std::optional<document_ref> paper;
    std::optional<long long> number;
    std::optional<person_id> closing_by; ///< who is to close the paper, by name
};
BOOST_DESCRIBE_STRUCT(noted, (), (words, paper, number, closing_by))

struct closed {
    std::optional<std::string> remark;
};
BOOST_DESCRIBE_STRUCT(closed, (), (remark))

class sample_procedure final : public procedure {
public:
    judgement attempt(act const& what, circumstances const&) override
    {
        judgement found;
        read(what, found.faults);
        if (!found.faults.empty())
            return found;
        if (is_closed_)
            found.answer += verdict(
                refusal{.rule = "JC-4", .reason = say("closed"), .remedy = say("open another")});
        if (found.admitted())
            enter(what);
        return found;
    }

    verdict out_of_place(std::string_view, actor const&, circumstances const&) const override
    {
        return {};
    }

    void replay(act const& what) override
    {
        if (!fields_of(what.kind))
            throw replay_fault(what.on, what.seq, "unknown kind");
        enter(what);
    }

    std::vector<offer> offers(actor const&, circumstances const&) const override { return {}; }

    std::vector<task> tasks(circumstances const& now) const override
    {
        if (is_closed_)
            return {};
        auto const within = [&](limit_terms terms) {
            terms.begins = legal_day(opened_at_);
            return running(terms, now.days, now.today);
        };
        std::vector<task> all{{"paper",
                               "paper.closed",
                               "department_head",
                               unit_,
                               {},
                               notes_ == 0 ? std::nullopt : within({.name = "closing", .days = 30}),
                               closing_by_}};
        if (notes_ == 0)
            all.push_back({"paper", "paper.noted", "reviewer", "", legal_day(opened_at_),
                           within({.name = "noting", .days = 5, .unit = day_unit::working})});
        return all;
    }

    std::vector<chapter_stage> stages() const override
    {
        return {{"paper", is_closed_ ? "closed" : "open"}, {"notes", notes_ ? "some" : "none"}};
    }
    std::vector<limit> limits(circumstances const&) const override { return {}; }
    std::vector<milestone> outlook(circumstances const&) const override { return {}; }
    std::vector<figure> figures(working_days const&) const override { return last_; }
    std::vector<news> told() const override
    {
        if (!tells_)
            return {};
        return {{"paper",
                 "news.paper_noted",
                 {"department_head", unit_, closing_by_},
                 legal_day(opened_at_) + std::chrono::days(9)}};
    }
    std::optional<std::string> rests_on(act const&) const override { return {}; }
    case_summary summary() const override
    {
        case_summary found{title_,     unit_, "planning", is_closed_ ? "done" : "running",
                           is_closed_, "cn",  level_};
        if (level_ == confidentiality::secret || names_secret_) {
            found.known_to = {part_of_person(opened_by_), part_of_unit(unit_)};
            std::sort(found.known_to.begin(), found.known_to.end());
        }
        return found;
    }
    boost::json::object facts() const override { return {}; }
    std::vector<table_row> table() const override { return {}; }
    int ways(act const&) const override { return 1; }

    std::vector<field> const* fields_of(std::string_view kind) const override
    {
        if (kind == "paper.opened")
            return &engine::fields_of<opened>();
        if (kind == "paper.noted")
            return &engine::fields_of<noted>();
        if (kind == "paper.closed")
            return &engine::fields_of<closed>();
        return nullptr;
    }

private:
    static void read(act const& what, std::vector<field_fault>& faults)
    {
        if (what.kind == "paper.opened")
            read_body<opened>(what.body, faults);
        else if (what.kind == "paper.noted") {
            if (read_body<noted>(what.body, faults).words == poison)
                throw std::runtime_error("poisoned");
        } else
            read_body<closed>(what.body, faults);
    }

    void enter(act const& what)
    {
        std::vector<field_fault> faults;
        auto const year = year_of(what.counts_on());
        last_.clear();
        tells_ = false;
        if (what.kind == "paper.opened") {
            auto const body = read_body<opened>(what.body, faults);
            title_ = body.title;
            unit_ = body.unit;
            opened_at_ = what.entered_at;
            opened_by_ = what.by.person;
            last_ = {{.indicator = "PAPER.opened", .year = year}};
        } else if (what.kind == "paper.noted") {
            ++notes_;
            auto const body = read_body<noted>(what.body, faults);
            if (body.words == made_secret)
                level_ = confidentiality::secret;
            if (body.words == made_open)
                level_ = confidentiality::open;
            tells_ = body.words == telling;
            closing_by_ = body.closing_by.value_or(closing_by_);
            names_secret_ = names_secret_ || says_level(what.body, confidentiality::secret);
            if (body.number)
                last_ = {{.indicator = "PAPER.number", .year = year, .value = *body.number}};
        } else {
            is_closed_ = true;
            last_ = {{.indicator = "PAPER.closed", .year = year},
                     {.indicator = "PAPER.notes", .year = year, .value = notes_}};
        }
    }

    std::string title_;
    std::string unit_;
    instant opened_at_{};
    person_id opened_by_;
    long long notes_ = 0;
    bool tells_ = false; ///< the last act does
    bool is_closed_ = false;
    person_id closing_by_;
    confidentiality level_ = confidentiality::internal;
    bool names_secret_ = false;
    std::vector<figure> last_;
};

submission by_the_clerk(std::string const& act_id, std::string const& kind, instant now)
{
    submission wish{.seeing = clearance::of_the_record()};
    wish.act_id = act_id;
    wish.kind = kind;
    wish.now = now;
    wish.by = {.person = {1}, .name = "张三", .role = "sponsor_clerk", .unit = "water"};
    return wish;
}

} // namespace

sample_law::sample_law(std::vector<listed_day> const& listed) : book_({}), days_(listed)
{
    shapes_["sample/1"] = {.name = "sample/1",
                           .opening_kind = "paper.opened",
                           .number_prefix = "SP",
                           .make = [](std::string const&) -> std::unique_ptr<procedure> {
                               return std::make_unique<sample_procedure>();
                           }};
    shapes_[workflows::administration::shape_name] = workflows::administration::shape(
        std::make_shared<rights const>(adapters::rights::load_rights().table), {"cn", "gd"});
    book_.add({.name = "cn", .title = "全国", .parent = "", .parameters = {}});
}

instant at(std::string const& text)
{
    return parse_instant(text).value();
}

submission opening_of(std::string const& name, std::string const& unit, instant now)
{
    auto wish = by_the_clerk("open-" + sha256(name).substr(0, 16), "paper.opened", now);
    wish.shape = "sample/1";
    wish.place = "cn";
    wish.body = {{"title", name}, {"unit", unit}};
    return wish;
}

submission note_on(case_id on, std::string const& act_id, std::string const& words, instant now)
{
    auto wish = by_the_clerk(act_id, "paper.noted", now);
    wish.on = on;
    wish.body = {{"words", words}};
    return wish;
}

submission note_with(case_id on, std::string const& act_id, document_ref const& document)
{
    auto wish = note_on(on, act_id);
    boost::json::object paper{{"hash", document.hash}, {"name", document.name}};
    if (document.level)
        paper["level"] = name_of(*document.level);
    wish.body["paper"] = std::move(paper);
    return wish;
}

submission note_naming(case_id on, std::string const& act_id, person_id closing_by)
{
    auto wish = note_on(on, act_id);
    wish.body["closing_by"] = closing_by.value;
    return wish;
}

submission closing_of(case_id on, std::string const& act_id, instant now)
{
    auto wish = by_the_clerk(act_id, "paper.closed", now);
    wish.on = on;
    return wish;
}

} // namespace tests
