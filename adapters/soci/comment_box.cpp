#include "adapters/soci/comment_box.hpp"

#include "adapters/faults/trigger_point.hpp"
#include "adapters/soci/query.hpp"
#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"

#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

constexpr char const* find_sql = "select case_id, purpose, words, name, title, basis,"
                                 " number, receipt from comment where comment_id = :comment_id";
constexpr char const* next_number_sql =
    "select coalesce(max(number), 0) + 1 from comment where case_id = :case_id and number > 0";
constexpr char const* add_sql =
    "insert into comment (comment_id, case_id, name, contact, words, channel, received_at, purpose,"
    " number, receipt, notice, kind, side, identity, title, basis, received_on, entered_by)"
    " values (:comment_id, :case_id, :name, :contact, :words, :channel, :received_at, :purpose,"
    " :number, :receipt, :notice, :kind, :side, :identity, :title, :basis, :received_on,"
    " :entered_by) returning id";
constexpr char const* note_document_sql =
    "insert into document (hash, size, media_type, name)"
    " values (:hash, :size, :media_type, :name) on conflict (hash) do nothing";
constexpr char const* attach_sql = "insert into comment_document (comment, position, hash, name)"
                                   " values (:comment, :position, :hash, :name)";
constexpr char const* note_sql =
    "update comment set issue = case when :sets_issue = 1 then :issue else issue end,"
    " outcome = case when :sets_outcome = 1 then :outcome else outcome end,"
    " reason = case when :sets_reason = 1 then :reason else reason end"
    " where case_id = :case_id and number = :number";

constexpr char const* key_name = "public forms";

/// About the bytes that a comment takes in memory.
std::size_t weight_of(new_comment const& what)
{
    auto bytes = sizeof what;
    for (auto const* text :
         {&what.comment_id, &what.purpose, &what.channel, &what.kind, &what.name, &what.contact,
          &what.words, &what.side, &what.identity, &what.title, &what.basis, &what.receipt})
        bytes += text->size();
    for (auto const& one : what.documents)
        bytes += sizeof one + one.hash.size() + one.name.size() + one.media_type.size();
    return bytes;
}

std::string kept_form_key(database& at, ::soci::session& sql)
{
    return faults_as_ours([&] {
        std::string const name = key_name;
        std::string key;
        work step(at, sql, turn::comments);
        query find(sql, "select value from kept_secret where name = :name");
        if (!find.in("name", name).out(key).one()) {
            key = to_hex(random_bytes(32));
            query(sql, "insert into kept_secret (name, value) values (:name, :value)")
                .in("name", name)
                .in("value", key)
                .run();
        }
        step.commit();
        return key;
    });
}

} // namespace

struct comment_box::statements {
    explicit statements(::soci::session& at)
        : find(at, find_sql), next_number(at, next_number_sql), add(at, add_sql),
          note_document(at, note_document_sql), attach(at, attach_sql)
    {
        find.in("comment_id", row.comment_id).out(case_id).out(found.purpose).out(found.words);
        find.out(found.name).out(found.title).out(found.basis).out(number).out(receipt);
        next_number.in("case_id", row.on.value).out(number);
        add.in("comment_id", row.comment_id).in("case_id", row.on.value).in("name", row.name);
        add.in("contact", row.contact).in("words", row.words).in("channel", row.channel);
        add.in("received_at", at_text).in("purpose", row.purpose).in("number", number);
        add.in("receipt", row.receipt).in("notice", row.notice).in("kind", row.kind);
        add.in("side", row.side).in("identity", row.identity).in("title", row.title);
        add.in("basis", row.basis).in("received_on", received_on);
        add.in("entered_by", row.entered_by.value).out(id);
        note_document.in("hash", paper.hash).in("size", paper.size).in("name", paper.name);
        note_document.in("media_type", paper.media_type);
        attach.in("comment", id).in("position", position).in("hash", paper.hash);
        attach.in("name", paper.name);
    }

    comment_outcome keep(new_comment const& what)
    {
        row = what;
        if (find.one()) {
            if (case_id != what.on.value || found.purpose != what.purpose ||
                found.words != what.words || found.name != what.name || found.title != what.title ||
                found.basis != what.basis)
                return comment_clash{};
            return kept_comment{number, receipt, true};
        }
        at_text = engine::to_text(what.at);
        received_on = text_of(what.received_on);
        next_number.one();
        add.one();
        position = 0;
        for (auto const& one : what.documents) {
            paper = one;
            note_document.run();
            attach.run();
            ++position;
        }
        return kept_comment{number, what.receipt, false};
    }

    new_comment row;
    new_comment found;
    attached_document paper;
    long long case_id = 0;
    long long id = 0;
    long long number = 0;
    long long position = 0;
    std::string receipt;
    std::string at_text;
    std::string received_on;

    kept_query find, next_number, add, note_document, attach;
};

comment_box::comment_box(database& at, comment_box_terms terms)
    : at_(at), terms_(std::move(terms)), notes_(at.open_session(access::writing)),
      form_key_(kept_form_key(at, *notes_)), line_(terms_.longest_queue, terms_.heaviest_queue)
{
    sit_down();
    thread_ = std::thread([this] { run(); });
}

comment_box::~comment_box()
{
    stop();
}

bool comment_box::drop(new_comment what, answer reply)
{
    auto const weight = weight_of(what);
    return line_.push({std::move(what), std::move(reply)}, weight);
}

void comment_box::stop()
{
    std::call_once(stopped_, [this] {
        line_.close();
        thread_.join();
    });
}

void comment_box::run()
{
    for (auto group = line_.take(terms_.largest_group); !group.empty();
         group = line_.take(terms_.largest_group))
        handle(std::move(group));
}

void comment_box::handle(std::vector<waiting_comment> group)
{
    std::vector<comment_outcome> answers;
    answers.reserve(group.size());
    if (!handle_together(group, answers)) {
        answers.clear();
        for (auto const& one : group)
            answers.push_back(handle_alone(one.what));
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (auto const* kept = std::get_if<kept_comment>(&answers[i]); kept && !kept->repeated)
            ++kept_;
        group[i].reply(std::move(answers[i]));
    }
    if (terms_.group_answered)
        terms_.group_answered();
}

/// One transaction for all; false when it was rolled back.
bool comment_box::handle_together(std::vector<waiting_comment> const& group,
                                  std::vector<comment_outcome>& answers)
{
    try {
        sit_down();
        faults_as_ours([&] {
            work all(at_, *sql_, turn::comments);
            for (auto const& one : group)
                answers.push_back(ready_->keep(one.what));
            faults::reached("comments.before_commit");
            all.commit();
            faults::reached("comments.after_commit");
        });
        return true;
    } catch (std::exception const& e) {
        spdlog::warn("a group of {} comments is done one by one: {}", group.size(), e.what());
    }
    stand_up();
    return false;
}

comment_outcome comment_box::handle_alone(new_comment const& what)
{
    try {
        sit_down();
        return faults_as_ours([&] {
            work step(at_, *sql_, turn::comments);
            auto kept = ready_->keep(what);
            faults::reached("comments.before_commit");
            step.commit();
            faults::reached("comments.after_commit");
            return kept;
        });
    } catch (std::exception const& e) {
        auto const* known = dynamic_cast<storage_fault const*>(&e);
        fault one{to_hex(random_bytes(8)), known && known->passes()};
        spdlog::error("fault {}: a comment on case {} could not be kept: {}", one.id, what.on.value,
                      e.what());
        stand_up();
        return one;
    }
}

long long comment_box::note(engine::case_id on, std::vector<long long> const& numbers,
                            comment_note const& what)
{
    std::lock_guard const hold(notes_door_);
    return faults_as_ours([&] {
        long long const sets_issue = what.issue ? 1 : 0;
        long long const sets_outcome = what.outcome ? 1 : 0;
        long long const sets_reason = what.reason ? 1 : 0;
        auto const issue = what.issue.value_or("");
        auto const noted = what.outcome.value_or("");
        auto const reason = what.reason.value_or("");
        long long number = 0;
        long long changed = 0;
        at_.revive(notes_, access::writing);
        work step(at_, *notes_, turn::comments);
        {
            kept_query set(*notes_, note_sql);
            set.in("sets_issue", sets_issue).in("issue", issue).in("sets_outcome", sets_outcome);
            set.in("outcome", noted).in("sets_reason", sets_reason).in("reason", reason);
            set.in("case_id", on.value).in("number", number);
            for (auto one : numbers) {
                number = one;
                changed += set.run();
            }
        }
        step.commit();
        return changed;
    });
}

void comment_box::sit_down()
{
    if (ready_ && is_alive(*sql_))
        return;
    stand_up();
    sql_ = at_.open_session(access::writing);
    ready_ = std::make_unique<statements>(*sql_);
}

/// After a fault no statement is trusted: one may have been left half-way.
void comment_box::stand_up()
{
    ready_.reset();
    sql_.reset();
}

} // namespace adapters::soci
