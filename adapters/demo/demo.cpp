#include "adapters/demo/demo.hpp"

#include "adapters/demo/demo_catalogues.hpp"
#include "adapters/demo/demo_comments.hpp"
#include "adapters/demo/demo_reports.hpp"
#include "adapters/demo/sample_table.hpp"
#include "adapters/demo/storyteller.hpp"
#include "adapters/demo/tell_documents.hpp"
#include "adapters/demo/tell_matters.hpp"
#include "adapters/documents/document_store.hpp"
#include "adapters/import/import_people.hpp"
#include "adapters/soci/clerk.hpp"
#include "adapters/soci/due_days.hpp"
#include "adapters/soci/reader.hpp"
#include "workflows/administration/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <future>
#include <map>
#include <numeric>
#include <stdexcept>

namespace adapters::demo {
namespace {

std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        auto const end = text.find(' ');
        if (end != 0)
            words.emplace_back(text.substr(0, end));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return words;
}

/// A date, or so many days before today.
engine::day first_day(std::string const& cell, engine::day today)
{
    if (auto const on = engine::parse_day(cell))
        return *on;
    long long before = 0;
    auto const [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), before);
    if (fault != std::errc() || end != cell.data() + cell.size() || before >= 0)
        throw std::runtime_error("sample: no first day in \"" + cell + "\"");
    return today + std::chrono::days(before);
}

std::vector<story> read_stories(demo_terms const& terms, std::string const& place)
{
    auto const sample = sample_table("decisions.csv");
    std::vector<story> all;
    auto const today = engine::legal_day(terms.now);
    for (auto const& row : sample.rows) {
        auto const cell = [&](char const* column) { return sample.cell(row, column); };
        story one{.what = {.title = cell("title"),
                           .type = cell("matter"),
                           .sponsor = cell("sponsor"),
                           .partners = {},
                           .concerned = words_in(cell("concerned")),
                           .executor = cell("executor"),
                           .evaluator = "justice",
                           .traits = {},
                           .seed = terms.seed * 1'000 + static_cast<long long>(all.size())},
                  .place = place,
                  .begins = first_day(cell("begins"), today),
                  .turns = {},
                  .until = cell("until")};
        for (auto& word : words_in(cell("traits")))
            one.what.traits.insert(std::move(word));
        for (auto& word : words_in(cell("turns")))
            one.turns.insert(std::move(word));
        all.push_back(std::move(one));
    }
    return all;
}

/// The legal matters of config/sample/matters.csv; amounts there are in yuan.
std::vector<matter_sample> read_matters(engine::day today)
{
    auto const sample = sample_table("matters.csv");
    std::vector<matter_sample> all;
    for (auto const& row : sample.rows) {
        auto const cell = [&](char const* column) { return sample.cell(row, column); };
        auto const fen = [&](char const* column) -> std::optional<long long> {
            auto const words = cell(column);
            return words.empty() ? std::nullopt : std::optional(std::stoll(words) * 100);
        };
        all.push_back({.title = cell("title"),
                       .kind = cell("kind"),
                       .unit = cell("unit"),
                       .counterparty = cell("counterparty"),
                       .basis = cell("basis"),
                       .amount = fen("amount"),
                       .begins = first_day(cell("begins"), today),
                       .counsel = cell("counsel"),
                       .conclusion = cell("conclusion"),
                       .adoption = cell("adoption"),
                       .result = cell("result"),
                       .loss = fen("loss"),
                       .until = cell("until")});
    }
    return all;
}

/// The normative documents of config/sample/normative_documents.csv.
std::vector<document_sample> read_documents(engine::day today)
{
    auto const sample = sample_table("normative_documents.csv");
    std::vector<document_sample> all;
    for (auto const& row : sample.rows) {
        auto const cell = [&](char const* column) { return sample.cell(row, column); };
        all.push_back({.title = cell("title"),
                       .level = cell("level"),
                       .nature = cell("nature"),
                       .unit = cell("unit"),
                       .begins = first_day(cell("begins"), today),
                       .months = std::stoi(cell("months")),
                       .until = cell("until"),
                       .old_number = cell("old_number"),
                       .place = static_cast<long long>(all.size()) + 1});
    }
    return all;
}

/// A document of a story, and who brought it when.
struct page {
    std::string name;
    std::string words;
    engine::person_id by;
    engine::instant at;
};

struct told_case {
    story what;
    telling told;
    engine::case_id id;
};

/// Why a story stopped where it should not.
std::string what_was_refused(told_case const& one)
{
    auto why = "\n\"" + one.what.what.title + "\" at " + one.told.refused_kind;
    for (auto const& ground : one.told.refusals)
        why += "; " + ground.rule + " " + ground.reason.id;
    for (auto const& fault : one.told.faults)
        why += "; " + fault.path + " " + fault.reason.id;
    return why;
}

/// The numbers that the decisions will have: in the order of their first acts, by year.
std::vector<std::string> numbers_of(std::vector<told_case> const& cases)
{
    std::vector<std::size_t> order(cases.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return cases[a].told.acts.front().at < cases[b].told.acts.front().at;
    });
    std::map<int, int> reached;
    std::vector<std::string> numbers(cases.size());
    for (auto const at : order) {
        auto const year = engine::year_of(engine::legal_day(cases[at].told.acts.front().at));
        numbers[at] = fmt::format("JC{}-{:04}", year, ++reached[year]);
    }
    return numbers;
}

/// The documents that the acts of a story name, taken from what was written for it.
void gather_pages(telling const& told, std::map<std::string, page>& written,
                  std::map<std::string, page>& pages)
{
    for (auto const& act : told.entered)
        for (auto const& named : engine::documents_in(act.body, *told.file->fields_of(act.kind)))
            if (auto const found = written.find(named.hash); found != written.end()) {
                found->second.by = act.by.person;
                found->second.at = act.entered_at;
                pages.insert(written.extract(found));
            }
}

/// The legal matters of the sample, and the files of the advisers who take part in them.
std::vector<told_case> tell_legal_affairs(std::string const& place, officials const& seats,
                                          engine::law_in_force law, engine::instant now)
{
    std::vector<told_case> all;
    auto const add = [&](std::string title, char const* shape, telling told) {
        story of{.what = {.title = std::move(title),
                          .type = {},
                          .sponsor = {},
                          .partners = {},
                          .concerned = {},
                          .executor = {},
                          .evaluator = {},
                          .traits = {},
                          .seed = 0},
                 .place = place,
                 .shape = shape,
                 .begins = {},
                 .turns = {},
                 .until = {}};
        all.push_back({std::move(of), std::move(told), {}});
    };
    auto const today = engine::legal_day(now);
    for (auto const& one : seats.all())
        if (one.role == "legal_adviser")
            add(one.name, "adviser_file/2026",
                tell_adviser(one.name, today - std::chrono::days(700), place, seats, law, now));
    for (auto const& one : read_matters(today))
        if (auto told = tell_matter(one, place, seats, law, now);
            !told.acts.empty() || !told.went_well())
            add(one.title, "legal_matter/2026", std::move(told));
    return all;
}

/// Gives submissions to the clerk and waits for all of them.
class counter {
public:
    counter(soci::database& at, engine::law_in_force law) : clerk_(at, law) {}

    void submit(engine::submission wish, std::function<void(engine::admitted const&)> then = {})
    {
        auto const reply = [this, then = std::move(then)](soci::outcome given) {
            auto const* ruling = std::get_if<engine::ruling>(&given);
            auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
            std::lock_guard const hold(door_);
            if (taken && then)
                then(*taken);
            if (!taken)
                ++not_taken_;
            --open_;
            answered_.notify_one();
        };
        {
            // Fewer than the clerk's queue is long, so that none is turned away.
            std::unique_lock hold(door_);
            answered_.wait(hold, [this] { return open_ < 2'000; });
            ++open_;
        }
        if (!clerk_.submit(std::move(wish), reply))
            throw std::runtime_error("the clerk takes no submissions");
    }

    void finish()
    {
        std::unique_lock hold(door_);
        answered_.wait(hold, [this] { return open_ == 0; });
        if (not_taken_ > 0)
            throw std::runtime_error(std::to_string(not_taken_) +
                                     " acts of the sample were not taken");
    }

private:
    std::mutex door_;
    std::condition_variable answered_;
    std::size_t open_ = 0;
    std::size_t not_taken_ = 0;
    soci::clerk clerk_; ///< last: it must end before what its answers touch
};

engine::submission submission_of(told_case const& one, std::size_t case_number, std::size_t act)
{
    auto const& told = one.told.acts[act];
    return {.on = one.id,
            .shape = one.what.shape,
            .place = one.what.place,
            .act_id = "demo-" + std::to_string(case_number) + "-" + std::to_string(act + 1),
            .kind = told.kind,
            .body = told.body,
            .seen = {},
            .by = told.by,
            .now = told.at,
            .origin = engine::entered_as_demo,
            .seeing = engine::clearance::of_the_record()};
}

/// Enters some of the cases: from the first, up to and without the last.
void enter(std::vector<told_case>& cases, std::size_t first, std::size_t last, soci::database& at,
           engine::law_in_force law)
{
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = first; i < last; ++i)
        for (std::size_t act = 0; act < cases[i].told.acts.size(); ++act)
            order.emplace_back(i, act);
    // As it happened, so that numbers and tables grow as they would have grown.
    std::stable_sort(order.begin(), order.end(), [&](auto const& a, auto const& b) {
        return cases[a.first].told.acts[a.second].at < cases[b.first].told.acts[b.second].at;
    });
    counter desk(at, law);
    for (auto const& [i, act] : order)
        if (act == 0) {
            auto& one = cases[i];
            desk.submit(submission_of(one, i, 0),
                        [&one](engine::admitted const& taken) { one.id = taken.what.on; });
        }
    desk.finish();
    for (auto const& [i, act] : order)
        if (act > 0)
            desk.submit(submission_of(cases[i], i, act));
    desk.finish();
}

/// Waiting for the disk is most of the work, so several threads wait at once.
void store(std::map<std::string, page> const& pages, std::filesystem::path const& dir,
           soci::accounts& people)
{
    documents::document_store documents(dir);
    std::vector<page const*> all;
    std::vector<soci::noted_document> noted;
    for (auto const& [hash, one] : pages) {
        all.push_back(&one);
        noted.push_back({hash, static_cast<long long>(one.words.size()),
                         "text/plain; charset=utf-8", one.name, one.by, one.at});
    }
    std::atomic<std::size_t> next = 0;
    constexpr int many = 8;
    std::vector<std::future<void>> writers;
    writers.reserve(many);
    for (int i = 0; i < many; ++i)
        writers.push_back(std::async(std::launch::async, [&] {
            for (auto mine = next++; mine < all.size(); mine = next++)
                documents.put(all[mine]->words);
        }));
    for (auto& one : writers)
        one.get();
    people.note_documents(noted);
}

void write_sign_in(std::filesystem::path const& file, std::vector<import::new_person> const& all)
{
    std::ofstream out(file, std::ios::binary);
    out << "# 示例数据的登录名与密码 / sign-in names and passwords of the sample data\n"
        << "# login\tpassword\trole\tname\tunit\n";
    for (auto const& one : all)
        out << one.login << '\t' << one.password << '\t' << one.role << '\t' << one.name << '\t'
            << one.unit_name << '\n';
    if (!out.flush())
        throw std::runtime_error("cannot write " + file.string());
}

/// The series of the sample district: config/sample/numbering.csv.
void number_papers(soci::house_register& house, engine::instant now)
{
    auto const sample = sample_table("numbering.csv");
    for (auto const& row : sample.rows) {
        auto const cell = [&](char const* column) { return sample.cell(row, column); };
        auto const from = engine::parse_day(cell("from"));
        if (!from)
            throw std::runtime_error("sample numbering: no day for unit " + cell("unit"));
        house.set_numbering({cell("unit"), cell("kind"), *from, cell("mark")}, now);
    }
}

} // namespace

bool is_demo(soci::database& at)
{
    soci::reader looking(at, engine::clearance(engine::confidentiality::administration));
    auto const first =
        looking.list_cases({.shape = workflows::administration::shape_name}, {}, 1).rows;
    if (first.empty())
        return false;
    auto const opening = looking.find_act(first.front().head.line.id, 1);
    return opening && opening->origin == engine::entered_as_demo;
}

officials officials_of(soci::accounts& people)
{
    std::map<long long, soci::person> persons;
    for (auto const& one : people.persons())
        persons.emplace(one.id.value, one);
    officials all;
    for (auto const& one : people.appointments())
        all.add(soci::acting(persons.at(one.who.value), one));
    return all;
}

std::string_view sample_people()
{
    return sample_text("people.csv");
}

demo_counts make_demo(demo_terms const& terms, engine::law_in_force law)
{
    if (terms.database.empty() && std::filesystem::exists(terms.dir / "juece.sqlite"))
        throw std::runtime_error(terms.dir.string() + " holds a record already");
    soci::database at({terms.dir, terms.database});
    soci::accounts people(at);
    if (!people.organs().empty())
        throw std::runtime_error(at.where().name() + " holds a record already");
    // Limits are reckoned by this calendar from the first act on: no server need do it anew.
    soci::follow_law(at, law, terms.now);
    soci::house_register house(at, engine::entered_as_demo);
    auto added = import::import_people(sample_people(), people, house, law, terms.now, false,
                                       [] { return std::string(demo_password); });
    if (!added.faults.empty())
        return {.faults = std::move(added.faults)};

    auto const seats = officials_of(people);
    std::vector<told_case> cases;
    std::map<std::string, page> pages;
    demo_counts made{.people = added.persons.size()};
    std::string refused;
    std::map<std::string, page> written; // of the story being told
    paper const keep = [&](std::string const& name, std::string const& words) {
        auto const filed = loose_paper()(name, words);
        written.emplace(filed.hash, page{name, words, {}, {}});
        return filed;
    };
    for (auto& one : read_stories(terms, people.organs().front().place)) {
        written.clear();
        told_case told{std::move(one), {}, {}};
        told.told = tell(told.what, seats, law, keep, terms.now);
        if (!told.told.went_well())
            refused += what_was_refused(told);
        gather_pages(told.told, written, pages);
        made.acts += told.told.acts.size();
        if (!told.told.acts.empty())
            cases.push_back(std::move(told));
    }
    auto const decisions = cases.size();
    auto const numbers = numbers_of(cases);
    for (auto& told : tell_legal_affairs(people.organs().front().place, seats, law, terms.now)) {
        if (!told.told.went_well())
            refused += what_was_refused(told);
        made.acts += told.told.acts.size();
        cases.push_back(std::move(told));
    }
    for (auto const& one : read_documents(engine::legal_day(terms.now))) {
        written.clear();
        told_case told;
        told.what.what.title = one.title;
        told.what.place = people.organs().front().place;
        told.what.shape = workflows::normative_document::shape_name;
        told.told = tell_document(one, told.what.place, seats, law, keep, terms.now);
        if (!told.told.went_well())
            refused += what_was_refused(told);
        gather_pages(told.told, written, pages);
        made.acts += told.told.acts.size();
        if (!told.told.acts.empty())
            cases.push_back(std::move(told));
    }
    auto const with_matters = cases.size();
    std::vector<catalogued_decision> catalogued;
    for (std::size_t i = 0; i < decisions; ++i)
        if (auto one = decision_of(cases[i].what, cases[i].told, numbers[i]))
            catalogued.push_back(std::move(*one));
    auto const this_year = engine::year_of(engine::legal_day(terms.now));
    for (auto const year : {this_year - 1, this_year}) {
        written.clear();
        told_case told;
        told.what.what.title = std::to_string(year) + "年度目录";
        told.what.place = people.organs().front().place;
        told.what.shape = workflows::catalogue::shape_name;
        told.told = tell_catalogue(year, year == this_year, told.what.place, catalogued, seats, law,
                                   keep, terms.now);
        if (!told.told.went_well())
            refused += what_was_refused(told);
        gather_pages(told.told, written, pages);
        made.acts += told.told.acts.size();
        if (!told.told.acts.empty())
            cases.push_back(std::move(told));
    }
    if (!refused.empty())
        throw std::runtime_error("the law refuses samples:" + refused);
    number_papers(house, terms.now);
    store(pages, terms.dir, people);
    enter(cases, 0, decisions, at, law);
    enter(cases, decisions, with_matters, at, law);
    enter(cases, with_matters, cases.size(), at, law);
    auto const organ = people.organs().front();
    made.acts += add_reports(at, law, seats, {organ.name, organ.place}, terms.now);
    made.cases += 2;
    soci::comment_box box(at);
    std::vector<case_with_acts> told;
    told.reserve(decisions);
    for (std::size_t i = 0; i < decisions; ++i)
        told.push_back({cases[i].id, &cases[i].told.entered});
    made.comments = add_comments(box, told, law.days, terms.now, terms.seed);
    write_sign_in(terms.dir / "sign-in.txt", added.persons);
    made.cases += cases.size();
    made.documents = pages.size();
    return made;
}

} // namespace adapters::demo
