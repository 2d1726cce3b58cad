#include "adapters/demo/demo_comments.hpp"

#include "adapters/demo/model_acts.hpp"
#include "adapters/demo/sample_table.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <atomic>
#include <random>
#include <stdexcept>

namespace adapters::demo {
namespace {

namespace law = workflows::major_decision;
using std::chrono::minutes;

struct sample_comment {
    std::string kind, channel, contact, words;
    bool named = false;
};

std::vector<sample_comment> sample_comments()
{
    auto const sample = sample_table("comments.csv");
    std::vector<sample_comment> all;
    for (auto const& row : sample.rows) {
        auto const cell = [&](char const* column) { return sample.cell(row, column); };
        all.push_back({cell("kind"), cell("channel"), cell("contact"), cell("words"),
                       cell("named") == "yes"});
    }
    return all;
}

std::string contact_of(std::string const& way, long long number)
{
    if (way == "phone")
        return "139" + std::to_string(10'000'000 + number * 7'919 % 89'999'999);
    if (way == "mail")
        return "liuyan" + std::to_string(number) + "@example.com";
    if (way == "address")
        return "高要区金渡镇某村" + std::to_string(number % 60 + 1) + "号";
    return {};
}

/// Who receives what, and when.
class postman {
public:
    postman(soci::comment_box& box, engine::instant now, long long seed)
        : box_(box), now_(now), seed_(seed), chance_(static_cast<unsigned>(seed))
    {}

    void opinions(engine::case_id on, law::public_consultation const& at)
    {
        auto const samples = sample_comments();
        auto const from = at.notice.opens_on;
        for (auto const& sample : samples) {
            if (chance_() % 5 == 0)
                continue;
            auto what = comment(on, at.seq, from);
            what.kind = sample.kind;
            what.channel = sample.channel;
            what.words = sample.words;
            if (sample.named)
                what.name = name_of_person(seed_ * 61 + number_);
            what.contact = contact_of(sample.contact, number_);
            if (sample.channel != "online")
                what.received_on = engine::legal_day(what.at);
            drop(std::move(what));
        }
    }

    void applications(engine::case_id on, law::public_hearing const& at)
    {
        for (auto const& [side, words] : {std::pair{"in_favour", "赞成方案，建议同时改善服务。"},
                                          {"against", "不赞成现在的标准，请公开成本。"},
                                          {"neutral", "想了解方案对沿线居民的影响。"}}) {
            auto what = comment(on, at.seq, at.notice.published_on);
            what.purpose = soci::purpose::application;
            what.side = side;
            what.words = words;
            what.name = name_of_person(seed_ * 67 + number_);
            what.contact = contact_of("phone", number_);
            what.identity = "本区居民，与本事项有直接利害关系";
            drop(std::move(what));
        }
    }

    std::size_t kept() const { return sent_; }
    void check() const
    {
        if (refused_ > 0)
            throw std::runtime_error("comments of the sample were not kept");
    }

private:
    /// Some time between the first day, in the morning, and now.
    soci::new_comment comment(engine::case_id on, long long notice, engine::day from)
    {
        ++number_;
        auto const first = engine::instant(from) + std::chrono::hours(1);
        auto const span =
            std::max<long long>(std::chrono::duration_cast<minutes>(now_ - first).count(), 1);
        auto const id = "demo-comment-" + std::to_string(on.value) + "-" + std::to_string(number_);
        soci::new_comment what;
        what.comment_id = id;
        what.on = on;
        what.notice = notice;
        what.receipt = receipt();
        what.at = first + minutes(static_cast<long long>(chance_()) % span);
        return what;
    }

    std::string receipt()
    {
        constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        std::string text;
        for (int i = 0; i < 16; ++i)
            text += letters[chance_() % letters.size()];
        return text;
    }

    void drop(soci::new_comment what)
    {
        auto const reply = [this](soci::comment_outcome const& given) {
            if (!std::holds_alternative<soci::kept_comment>(given))
                ++refused_;
        };
        if (!box_.drop(std::move(what), reply))
            throw std::runtime_error("the comment box takes no comments");
        ++sent_;
    }

    soci::comment_box& box_;
    engine::instant now_;
    long long seed_;
    std::minstd_rand chance_;
    long long number_ = 0;
    std::size_t sent_ = 0;
    std::atomic<std::size_t> refused_ = 0;
};

} // namespace

std::size_t add_comments(soci::comment_box& box, std::vector<case_with_acts> const& cases,
                         engine::working_days const& days, engine::instant now, long long seed)
{
    auto const today = engine::legal_day(now);
    postman brings(box, now, seed);
    for (auto const& one : cases) {
        auto const matter = law::public_matter_of(*one.acts, days);
        if (!matter)
            continue;
        if (matter->consultation && matter->consultation->is_open(today))
            brings.opinions(one.id, *matter->consultation);
        if (matter->hearing && matter->hearing->takes_applications(today))
            brings.applications(one.id, *matter->hearing);
    }
    box.stop();
    brings.check();
    return brings.kept();
}

} // namespace adapters::demo
