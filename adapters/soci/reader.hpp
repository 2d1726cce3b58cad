#ifndef JUECE_ADAPTERS_SOCI_READER_HPP
#define JUECE_ADAPTERS_SOCI_READER_HPP

#include "adapters/soci/boxes.hpp"
#include "adapters/soci/database.hpp"
#include "adapters/soci/query.hpp"
#include "adapters/soci/visibility.hpp"
#include "adapters/soci/word_search.hpp"
#include "engine/desk.hpp"
#include "engine/record.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace adapters::soci {

class replica;
struct replica_session;

/// Where an act stands on record.
struct act_place {
    engine::case_id on;
    long long seq = 0;
    auto operator<=>(act_place const&) const = default;
};

/// A case as lists show it, without its acts.
struct case_entry {
    engine::case_head head;
    engine::case_summary summary;
    std::vector<engine::chapter_stage> stages;
    engine::instant changed_at; ///< when the last act was entered
};

/// A case with its acts, read at one moment.
struct case_record {
    case_entry entry;
    std::vector<engine::act> acts;
    /// The first act that is not what it was when it was entered; 0: all are. Documents that are
    /// withheld from whoever looks are taken out of the acts afterwards.
    long long broken_at = 0;
};

/// What a list of cases is narrowed by; an empty member narrows nothing.
struct case_filter {
    std::string family; ///< "major_decision": the part of the shape before '/'
    std::string shape;  ///< "major_decision/2019"
    std::string words;  ///< in the title or the number, letter case of a-z ignored
    std::string unit;
    std::string phase;
    std::string matter;
    std::optional<engine::chapter_stage> stage;
    std::optional<bool> closed;
    std::optional<int> opened_in; ///< year, by the legal day of the opening
};

/// A page of a list; `next` is the cursor of the following page, if there is one.
template <class T>
struct page {
    std::vector<T> rows;
    std::optional<long long> next;
};

struct phase_count {
    std::string phase;
    bool closed = false;
    long long cases = 0;
};

struct indicator_total {
    std::string indicator;
    long long value = 0;
    bool operator==(indicator_total const&) const = default;
};

/// One act behind a figure.
struct figure_entry {
    engine::case_id on;
    std::string number;
    std::string title;
    long long seq = 0;
    std::string kind;
    engine::day counts_on;
    long long value = 0;
    std::string origin; ///< of the act: imported figures never mix silently with real ones
};

struct document_entry {
    std::string hash;
    long long size = 0;
    std::string media_type;
    /// What whoever looks called it when they uploaded it last; nothing where they never did.
    struct own_upload {
        std::string name;
        engine::instant at;
    };
    std::optional<own_upload> own;
};

/// An act that names a document.
struct document_use {
    engine::case_id on;
    long long seq = 0;
    bool operator==(document_use const&) const = default;
};

/// Looks things up beside the writer; every answer is committed. For one thread at a time.
/// What lies above the clearance is not there: no method finds, lists or counts it. For a document
/// that is withheld (document_levels.hpp) acts hold a placeholder.
class reader {
public:
    reader(database const& at, engine::clearance const& seeing);
    ~reader();
    reader(reader&&) noexcept;

    /// Looks as far as the same person may see elsewhere, such as in another seat that they hold,
    /// as long as `use` runs.
    template <class F>
    auto look_as(engine::clearance const& who, F&& use)
    {
        struct as_before {
            reader& one;
            visibility seen;
            long long person, all;
            ~as_before()
            {
                one.seen_ = std::move(seen);
                one.person_ = person;
                one.all_ = all;
            }
        } const back{*this, seen_, person_, all_};
        see_as(who);
        return use(*this);
    }

    std::optional<case_entry> find_case(engine::case_id id);
    std::optional<case_entry> find_case(std::string const& number);
    /// Head and acts as they were at one moment.
    std::optional<case_record> read_case(engine::case_id id);
    std::vector<engine::act> acts_of(engine::case_id id);
    std::optional<engine::act> find_act(engine::case_id id, long long seq);
    std::optional<engine::act> find_act(std::string const& act_id);
    /// Several acts of a list, with few statements however many they are; those that are not there,
    /// or of a case that is not visible, are left out.
    std::map<act_place, engine::act> find_acts(std::vector<act_place> const& places);

    /// Newest first; `before`: only ids below this cursor.
    page<case_entry> list_cases(case_filter const& only, std::optional<long long> before,
                                long long limit);
    /// How SQLite would find a page of that list, step by step. For the test of the indexes.
    std::vector<std::string> plan_of_list(case_filter const& only);
    long long count_cases(case_filter const& only);
    /// How many cases of a shape stand in each phase; all shapes when `shape` is empty.
    std::vector<phase_count> count_by_phase(std::string const& shape = {});
    /// The phases in which cases of a family stand, in order of their names.
    std::vector<std::string> phases(std::string const& family);
    /// The years in which cases of a family were opened, newest first.
    std::vector<int> years_opened(std::string const& family);

    /// What waits on a case, in the order in which it came.
    std::vector<engine::waiting_task> tasks_of(engine::case_id id);
    /// What waits in a box of tasks, by sponsoring unit and chapter.
    std::vector<waiting_count> count_waiting(box const& of, light_days const& lights);
    std::vector<case_count> count_cases_of(std::string const& family,
                                           std::vector<std::string> const& units, int this_year);

    /// A page of a box. `limit`: most rows.
    box_page list_box(box const& of, box_filter const& only, box_order by,
                      std::optional<box_cursor> const& after, long long limit);
    /// How SQLite would find a page of a box, step by step. For the test of the indexes.
    std::vector<std::string> plan_of_box(box const& of, box_filter const& only, box_order by);
    /// How many rows a box has; counts no further than `most`.
    long long count_box(box const& of, box_filter const& only, long long most);

    /// Sums of one year by indicator, in order of the indicator's code.
    std::vector<indicator_total> totals(int year);
    /// The same of the acts entered until the end of that day. Once it is over this never changes.
    /// Reads every figure of the year: for freezing and proving a report, not for pages. `unit`: of
    /// the cases of its organ alone, where the house has several.
    std::vector<indicator_total> totals_until(int year, engine::day until,
                                              std::string const& unit = {});
    /// The acts behind one indicator and year, in order of entry; `after`: cursor.
    page<figure_entry> list_figures(std::string const& indicator, int year,
                                    std::optional<long long> after, long long limit);
    /// The years that have figures, newest first.
    std::vector<int> years_counted();

    /// The unread notices of whoever looks, without those that have served (served_notices);
    /// counts no further than `most`. It stands beside `own_notices`.
    long long count_unread_notices(long long most);

    /// What was written into acts and holds all words, newest first; `before`: cursor.
    page<found_passage> search(std::string const& words, std::optional<long long> before,
                               long long limit);

    /// A document that an act of a visible case names, or that nobody named yet and the person who
    /// looks uploaded.
    std::optional<document_entry> find_document(std::string const& hash);
    /// The acts that name a document; empty while no act does.
    std::vector<document_use> uses_of(std::string const& hash);

private:
    friend class catalogue_board;
    friend class reader_pool;
    friend class comment_shelf;
    friend class notice_board;
    friend class matter_list;
    friend class document_list;
    void see_as(engine::clearance const& who);
    void withhold(engine::case_id of, std::span<engine::act> acts);
    std::optional<engine::act> act_of(query& find);
    /// True if a passage is the name of a document that is withheld.
    bool is_withheld_name(found_passage const& found);

    std::unique_ptr<::soci::session> sql_;
    visibility seen_;      ///< which cases are visible
    long long person_ = 0; ///< who looks
    long long all_ = 0;    ///< 1: documents that no act names, too

    // of the pool: while the replica is read, sql_ is there and the session that waits is here
    std::unique_ptr<replica_session> beside_;
    bool reads_replica_ = false;
};

/// Reading sessions to borrow; from any thread. The database and the replica outlive the pool.
class reader_pool {
public:
    /// `beside`: where pages may be read instead; may be null.
    reader_pool(database const& at, std::size_t readers, replica* beside = nullptr);

    /// A borrowed reader; goes back when it ends.
    class lease {
    public:
        ~lease();
        lease(lease&& from) noexcept
            : pool_(std::exchange(from.pool_, nullptr)), reader_(std::move(from.reader_))
        {}
        reader* operator->() { return reader_.get(); }
        reader& operator*() { return *reader_; }

    private:
        friend class reader_pool;
        lease(reader_pool& pool, std::unique_ptr<reader> one)
            : pool_(&pool), reader_(std::move(one))
        {}
        reader_pool* pool_;
        std::unique_ptr<reader> reader_;
    };

    /// Waits until one is free, and lends it to somebody who may see so much.
    lease borrow(engine::clearance const& seeing);

    /// Lends one to `use`, which only reads: of the replica if that has all that is kept, else of
    /// the record itself. What breaks on the replica is asked of the record, so that `use` may be
    /// called twice.
    template <class F>
    auto look_up(engine::clearance const& seeing, F&& use)
    {
        auto lent = borrow(seeing);
        if (turn_to_replica(*lent)) {
            try {
                return use(*lent);
            } catch (storage_fault const& e) {
                turn_back_from(*lent, e);
            }
        }
        return use(*lent);
    }

    /// Null: there is none.
    replica* beside() const { return beside_; }

private:
    bool turn_to_replica(reader& one);
    void turn_back_from(reader& one, storage_fault const& why);
    void turn_back(reader& one);
    void give_back(std::unique_ptr<reader> one);

    database const& at_;
    replica* beside_;
    std::mutex door_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<reader>> free_;
};

} // namespace adapters::soci

#endif
