#ifndef JUECE_ENGINE_TABLED_CHAPTER_HPP
#define JUECE_ENGINE_TABLED_CHAPTER_HPP

#include "engine/clause_row.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// A chapter whose clauses are rows: everything about it but the machine that keeps its stage. A
/// workflow instantiates it once for its file and declares that `extern` where its tables are
/// written.
template <class File>
class tabled_chapter : public chapter<File> {
public:
    using row = clause_row<File>;

    std::string_view name() const override;
    std::string_view stage() const override;

    bool admits(std::string_view kind) const override;
    verdict out_of_place(std::string_view kind) const override;
    std::shared_ptr<void const> read(act const& what) const override;
    judgement attempt(File& file, act const& what, question<File> const& asked) override;
    std::shared_ptr<void const> replay(File& file, act const& what) override;
    void follow(File const& file, act const& what, void const* body) override;
    void offers(question<File> const& asked, bool regardless_of_role,
                std::vector<offer>& into) const override;
    std::vector<seat> seats(File const& file, std::string_view kind) const override;
    int ways(File const& file, act const& what) const override;
    void table(std::vector<table_row>& into) const override;
    std::vector<field> const* fields_of(std::string_view kind) const override;

protected:
    /// `rows` and `name` outlive the chapter.
    tabled_chapter(std::string_view name, std::span<row const> rows) : name_(name), rows_(rows) {}

private:
    /// Where the machine stands.
    virtual int stage_id() const = 0;
    /// Hands an act to the machine; true if a clause took it.
    virtual bool process(entry<File> const& event) = 0;

    body_reading const* reading_of_kind(std::string_view kind) const;
    bool has_clause_here(std::string_view kind) const;
    /// True if the procedure waits for such an act here, as the file stands.
    bool is_waited_for(std::string_view kind, question<File> const& asked) const;
    static bool is_due(row const& one, question<File> asked);
    refusal not_at_this_stage(std::string_view kind) const;
    text stage_text(std::string_view stage) const;
    /// Several clauses of one act, chosen by `given`, are one offer: open if any of them is.
    void add_offer(row const& one, question<File> asked, bool regardless_of_role, std::size_t first,
                   std::vector<offer>& into) const;

    std::string_view name_;
    std::span<row const> rows_;
};

// ---- not inline, so that one instantiation serves all chapters of a workflow

template <class File>
std::string_view tabled_chapter<File>::name() const
{
    return name_;
}

template <class File>
std::string_view tabled_chapter<File>::stage() const
{
    for (auto const& one : rows_) {
        if (one.stage_id == stage_id())
            return one.stage;
        if (one.next_id == stage_id())
            return one.next;
    }
    throw std::logic_error("no clause of " + std::string(name_) + " knows its stage");
}

template <class File>
bool tabled_chapter<File>::admits(std::string_view kind) const
{
    return reading_of_kind(kind);
}

template <class File>
verdict tabled_chapter<File>::out_of_place(std::string_view kind) const
{
    return has_clause_here(kind) ? verdict() : not_at_this_stage(kind);
}

template <class File>
std::shared_ptr<void const> tabled_chapter<File>::read(act const& what) const
{
    std::vector<field_fault> faults;
    auto body = reading_of_kind(what.kind)->read(what.body, faults);
    if (!faults.empty())
        throw replay_fault(what.on, what.seq, what.kind + ": field " + faults.front().path);
    return body;
}

template <class File>
judgement tabled_chapter<File>::attempt(File& file, act const& what, question<File> const& asked)
{
    judgement found;
    auto const* reading = reading_of_kind(what.kind);
    found.known = reading;
    if (!reading)
        return found;
    found.body = reading->read(what.body, found.faults);
    if (!found.faults.empty())
        return found;
    found.answer = out_of_place(what.kind);
    if (!found.answer.admits())
        return found;
    int ways = 0;
    process({.kind = what.kind,
             .body = found.body.get(),
             .what = what,
             .file = file,
             .enters = &file,
             .asked = &asked,
             .answer = &found.answer,
             .ways = &ways});
    if (ways == 0)
        throw std::logic_error("no clause of stage " + std::string(stage()) + " of " +
                               std::string(name_) + " claims this " + what.kind);
    return found;
}

template <class File>
std::shared_ptr<void const> tabled_chapter<File>::replay(File& file, act const& what)
{
    auto body = read(what);
    if (!process(
            {.kind = what.kind, .body = body.get(), .what = what, .file = file, .enters = &file}))
        throw replay_fault(what.on, what.seq,
                           what.kind + " does not fit stage " + std::string(stage()) + " of " +
                               std::string(name_));
    return body;
}

template <class File>
void tabled_chapter<File>::follow(File const& file, act const& what, void const* body)
{
    auto const is_followed = [&](row const& one) {
        return one.sort == clause_sort::follows && one.kind == what.kind;
    };
    if (std::any_of(rows_.begin(), rows_.end(), is_followed))
        process({.kind = what.kind, .body = body, .what = what, .file = file});
}

template <class File>
void tabled_chapter<File>::offers(question<File> const& asked, bool regardless_of_role,
                                  std::vector<offer>& into) const
{
    auto const first = into.size();
    auto const here = stage_id();
    for (auto const& one : rows_)
        if (one.reading && one.stage_id == here &&
            (!regardless_of_role || is_waited_for(one.kind, asked)))
            add_offer(one, asked, regardless_of_role, first, into);
}

template <class File>
std::vector<seat> tabled_chapter<File>::seats(File const& file, std::string_view kind) const
{
    std::vector<seat> all;
    for (auto const& one : rows_)
        if (one.reading && one.kind == kind && one.stage_id == stage_id())
            one.seats(file, all);
    return all;
}

template <class File>
int tabled_chapter<File>::ways(File const& file, act const& what) const
{
    auto const body = read(what);
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [&](row const& one) {
        return one.kind == what.kind && one.stage_id == stage_id() && one.way(file, body.get());
    }));
}

template <class File>
void tabled_chapter<File>::table(std::vector<table_row>& into) const
{
    for (auto const& one : rows_) {
        table_row printed{.chapter = std::string(name_),
                          .rule = std::string(one.rule),
                          .stage = std::string(one.stage),
                          .kind = std::string(one.kind),
                          .next = std::string(one.next),
                          .sort = one.sort == clause_sort::duty     ? "duty"
                                  : one.sort == clause_sort::option ? "option"
                                                                    : "follows",
                          .conditions = {},
                          .goes_on = one.stage_goes_on};
        one.names(printed.conditions);
        into.push_back(std::move(printed));
    }
}

template <class File>
std::vector<field> const* tabled_chapter<File>::fields_of(std::string_view kind) const
{
    auto const* reading = reading_of_kind(kind);
    return reading ? &reading->fields() : nullptr;
}

template <class File>
body_reading const* tabled_chapter<File>::reading_of_kind(std::string_view kind) const
{
    for (auto const& one : rows_)
        if (one.reading && one.kind == kind)
            return one.reading;
    return nullptr;
}

template <class File>
bool tabled_chapter<File>::has_clause_here(std::string_view kind) const
{
    return std::any_of(rows_.begin(), rows_.end(), [&](row const& one) {
        return one.reading && one.kind == kind && one.stage_id == stage_id();
    });
}

template <class File>
bool tabled_chapter<File>::is_waited_for(std::string_view kind, question<File> const& asked) const
{
    auto const here = stage_id();
    return std::any_of(rows_.begin(), rows_.end(), [&](row const& one) {
        return one.stage_id == here && one.kind == kind && is_due(one, asked);
    });
}

template <class File>
bool tabled_chapter<File>::is_due(row const& one, question<File> asked)
{
    asked.rule = one.rule;
    return one.sort == clause_sort::duty && one.due(asked);
}

template <class File>
refusal tabled_chapter<File>::not_at_this_stage(std::string_view kind) const
{
    refusal ground;
    text places;
    std::vector<std::string_view> seen;
    for (auto const& one : rows_) {
        if (one.kind != kind)
            continue;
        if (ground.rule.empty())
            ground.rule = std::string(one.rule);
        if (std::find(seen.begin(), seen.end(), one.stage) != seen.end())
            continue;
        seen.push_back(one.stage);
        auto place = stage_text(one.stage);
        places = places.empty() ? std::move(place)
                                : say("{1}或{2}", std::move(places), std::move(place));
    }
    ground.reason = say("本行为只能在“{1}”环节办理，现处于“{2}”环节", places, stage_text(stage()));
    ground.remedy = say("请按案卷现在所处的环节办理；尚未到该环节的，待到达后再办理");
    return ground;
}

template <class File>
text tabled_chapter<File>::stage_text(std::string_view stage) const
{
    return say("stage." + std::string(name_) + "." + std::string(stage));
}

template <class File>
void tabled_chapter<File>::add_offer(row const& one, question<File> asked, bool regardless_of_role,
                                     std::size_t first, std::vector<offer>& into) const
{
    asked.rule = one.rule;
    verdict answer;
    one.ask_standing(asked, regardless_of_role, answer);
    bool const duty = is_due(one, asked);
    for (auto i = first; i < into.size(); ++i)
        if (into[i].kind == one.kind) {
            into[i].rules.emplace_back(one.rule);
            into[i].duty = into[i].duty || duty;
            if (answer.admits() && !into[i].is_open()) {
                into[i].refusals.clear();
                into[i].remarks = std::move(answer.remarks);
            }
            return;
        }
    offer made{.chapter = std::string(name_),
               .stage = std::string(one.stage),
               .kind = std::string(one.kind),
               .duty = duty,
               .rules = {std::string(one.rule)},
               .seats = {},
               .refusals = std::move(answer.refusals),
               .remarks = std::move(answer.remarks),
               .fields = &one.reading->fields()};
    one.seats(asked.file, made.seats);
    into.push_back(std::move(made));
}

} // namespace engine

#endif
