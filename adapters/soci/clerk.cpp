#include "adapters/soci/clerk.hpp"

#include "adapters/soci/random_text.hpp"
#include "adapters/soci/soci_record.hpp"

#include <soci/soci.h>
#include <spdlog/spdlog.h>

namespace adapters::soci {

clerk::clerk(database& at, engine::law_in_force law, clerk_terms terms)
    : at_(at), terms_(std::move(terms)), desk_(law, terms_.kept_cases), line_(terms_.longest_queue)
{
    sit_down();
    thread_ = std::thread([this] { run(); });
}

clerk::~clerk()
{
    stop();
}

bool clerk::submit(engine::submission wish, answer reply)
{
    return line_.push({std::move(wish), std::move(reply)});
}

void clerk::stop()
{
    std::call_once(stopped_, [this] {
        line_.close();
        thread_.join();
    });
}

clerk_counts clerk::counts() const
{
    return {.waiting = line_.size(),
            .groups = groups_,
            .submissions = submissions_,
            .admitted = admitted_,
            .faults = faults_,
            .replayed_groups = replayed_groups_};
}

void clerk::run()
{
    for (auto group = line_.take(terms_.largest_group); !group.empty();
         group = line_.take(terms_.largest_group))
        handle(std::move(group));
}

void clerk::handle(std::vector<waiting> group)
{
    std::vector<outcome> answers;
    answers.reserve(group.size());
    if (!handle_together(group, answers)) {
        ++replayed_groups_;
        answers.clear();
        for (auto& one : group)
            answers.push_back(handle_alone(one));
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        ++submissions_;
        if (auto const* ruling = std::get_if<engine::ruling>(&answers[i]))
            admitted_ += std::holds_alternative<engine::admitted>(*ruling);
        group[i].reply(std::move(answers[i]));
    }
    if (terms_.group_answered)
        terms_.group_answered();
}

/// One transaction for all; false when it was rolled back.
bool clerk::handle_together(std::vector<waiting>& group, std::vector<outcome>& answers)
{
    breakage why;
    bool begun = false;
    try {
        sit_down();
        work all(at_, *sql_);
        begun = true;
        for (auto& one : group)
            answers.emplace_back(judge(one.wish));
        faults_as_ours([&] { record_->finish(); });
        all.commit();
        ++groups_;
        return true;
    } catch (...) {
        why = breakage_now();
    }
    stand_up();
    if (begun && (group.size() > 1 || why.crossed)) {
        spdlog::warn("a group of {} is done one by one: {}", group.size(), why.words);
        return false;
    }
    // Without a database each of them would only wait for the same failure.
    answers.clear();
    for (auto const& one : group)
        answers.emplace_back(log_fault(one.wish, why));
    return true;
}

outcome clerk::handle_alone(waiting& one)
{
    breakage why;
    try {
        sit_down();
        work step(at_, *sql_);
        auto ruling = judge(one.wish);
        faults_as_ours([&] { record_->finish(); });
        step.commit();
        ++groups_;
        return ruling;
    } catch (...) {
        why = breakage_now();
    }
    stand_up();
    return log_fault(one.wish, why);
}

/// Of the exception that is being handled.
clerk::breakage clerk::breakage_now()
{
    try {
        throw;
    } catch (storage_fault const& e) {
        return {e.what(), e.passes(), e.is == storage_fault::sort::crossed};
    } catch (std::exception const& e) {
        return {e.what(), false, false};
    }
}

engine::ruling clerk::judge(engine::submission const& wish)
{
    return faults_as_ours([&] { return desk_.submit(wish, *record_); });
}

void clerk::sit_down()
{
    if (record_ && is_alive(*sql_))
        return;
    stand_up();
    sql_ = at_.open_session(access::writing);
    record_ = std::make_unique<soci_record>(*sql_);
}

/// After a fault nothing is trusted: neither what the desk remembers, nor a statement that may
/// have been left half-way.
void clerk::stand_up()
{
    desk_.forget_all();
    record_.reset();
    sql_.reset();
}

fault clerk::log_fault(engine::submission const& wish, breakage const& why)
{
    ++faults_;
    fault one{to_hex(random_bytes(8)), why.passes};
    spdlog::error("fault {}: {} on case {} as act {} could not be judged: {}", one.id, wish.kind,
                  wish.on.value, wish.act_id, why.words);
    return one;
}

} // namespace adapters::soci
