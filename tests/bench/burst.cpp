#include "tests/bench/burst.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/bench/official.hpp"
#include "tests/bench/open_consultation.hpp"
#include "tests/bench/swarm.hpp"
#include "tests/crash/server_process.hpp"
#include "web/receipt.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <unordered_set>

namespace bench {
namespace {

namespace soci = adapters::soci;
using clock = std::chrono::steady_clock;
using moment = clock::time_point;

/// A form is not taken before a hand could have filled it in.
constexpr std::chrono::milliseconds filling_in{4'200};
/// How long somebody waits who got no answer at all.
constexpr std::chrono::seconds unanswered{1};
constexpr std::size_t kept_while_fetching = 64;

/// One of the public, with one comment.
struct citizen {
    std::uint32_t address = 0;
    std::string words;
    std::string form;    ///< its token
    std::string receipt; ///< once it is acknowledged
    moment acknowledged = {};
    double ms = 0; ///< from the first sending to the receipt
    bool repeats = false;
    bool repeated = false;
};

moment in(double how_long)
{
    return clock::now() + std::chrono::duration_cast<clock::duration>(seconds(how_long));
}

/// All of them, at one server.
class public_crowd {
public:
    public_crowd(burst_terms const& terms, int port, long long on, long long first, long long many)
        : terms_(terms), wires_({.port = port,
                                 .most_connections = terms.connections,
                                 .keeps_connections = terms.behind_gateway}),
          path_("/public/matters/" + std::to_string(on) + "/opinions"),
          people_(static_cast<std::size_t>(many))
    {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            auto const number = first + static_cast<long long>(i);
            auto& one = people_[i];
            // 127.1.0.1 and on, without the last bytes 0 and 255
            auto const which = static_cast<std::uint32_t>(number % terms_.addresses);
            one.address = (std::uint32_t{1} << 16) + (which / 250 << 8) + which % 250 + 2;
            one.words = "第" + std::to_string(number) +
                        "号意见：建议分步实施，先解决老旧小区的水压问题，再调整价格；"
                        "对低收入家庭给予减免，并公开成本监审的结论。";
            one.repeats = number % 100 < terms_.repeated;
        }
    }

    std::vector<citizen> const& people() const { return people_; }
    long long refused() const { return refused_; }
    long long called_too_often() const { return too_often_; }
    long long broken() const { return wires_.broken(); }
    std::size_t most_open() const { return wires_.most_open(); }
    /// When the last of them was acknowledged.
    moment last() const
    {
        moment latest = {};
        for (auto const& one : people_)
            latest = std::max(latest, one.acknowledged);
        return latest;
    }

    /// Everybody fetches the form; a few at a time.
    void fetch_forms(int port)
    {
        swarm calm(
            {.port = port, .most_connections = kept_while_fetching, .keeps_connections = true});
        for (auto& one : people_)
            fetch(calm, one, clock::now(), [] {});
        if (!calm.run(in(static_cast<double>(terms_.patience))))
            throw std::runtime_error("not everybody got a form");
    }

    /// Everybody sends, evenly spread over that time.
    void send_within(double time)
    {
        auto const began = clock::now();
        auto const share = time / static_cast<double>(people_.size());
        for (std::size_t i = 0; i < people_.size(); ++i)
            send(people_[i], began + std::chrono::duration_cast<clock::duration>(
                                         seconds(share * static_cast<double>(i))));
        if (!wires_.run(in(static_cast<double>(terms_.patience))))
            throw std::runtime_error("not everybody got a receipt in time");
    }

    /// Somebody comes every so often, fetches the form, fills it in and sends it.
    void come_steadily(double a_second)
    {
        auto const began = clock::now();
        for (std::size_t i = 0; i < people_.size(); ++i) {
            auto const when = began + std::chrono::duration_cast<clock::duration>(
                                          seconds(static_cast<double>(i) / a_second));
            auto& one = people_[i];
            fetch(wires_, one, when, [this, &one] { send(one, clock::now() + filling_in); });
        }
        if (!wires_.run(in(static_cast<double>(terms_.steady + terms_.patience))))
            throw std::runtime_error("not everybody got a receipt in time");
    }

private:
    std::string head(citizen const& one, std::string const& method) const
    {
        auto text = method + " " + path_ + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n";
        if (terms_.behind_gateway)
            text += "X-Forwarded-For: 10." + std::to_string(one.address >> 16) + "." +
                    std::to_string(one.address >> 8 & 255) + "." +
                    std::to_string(one.address & 255) + "\r\n";
        return text;
    }

    template <class Then>
    void fetch(swarm& by, citizen& one, moment when, Then then)
    {
        auto const told = [this, &by, &one, then](swarm_answer const& got) {
            constexpr std::string_view mark = "name=\"form\" value=\"";
            auto const at = got.body.find(mark);
            if (got.status == 200 && at != std::string::npos) {
                auto const begin = at + mark.size();
                one.form = got.body.substr(begin, got.body.find('"', begin) - begin);
                then();
            } else if (got.status == 503 || got.status == 0) {
                ++refused_;
                fetch(by, one, clock::now() + wait_of(got), then);
            } else
                throw std::runtime_error("the form was answered with " +
                                         std::to_string(got.status) + ": " + got.body);
        };
        by.send(when, one.address, head(one, "GET") + "\r\n", told);
    }

    std::string posted(citizen const& one) const
    {
        std::string body;
        for (auto const& [name, value] : {std::pair<std::string, std::string>{"form", one.form},
                                          {"website", ""},
                                          {"words", one.words},
                                          {"kind", "citizen"},
                                          {"name", ""},
                                          {"contact", ""}})
            body += "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                    value + "\r\n";
        body += "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n\r\n--XX--\r\n";
        return head(one, "POST") + "Content-Type: multipart/form-data; boundary=XX\r\n" +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    void send(citizen& one, moment first) { send(one, first, first); }

    void send(citizen& one, moment first, moment when)
    {
        auto const told = [this, &one, first](swarm_answer const& got) {
            if (got.status == 303)
                return acknowledge(one, got, first);
            if (got.status != 503 && got.status != 429 && got.status != 0)
                throw std::runtime_error("a comment was answered with " +
                                         std::to_string(got.status) + ": " + got.body);
            refused_ += got.status == 503;
            too_often_ += got.status == 429;
            send(one, first, clock::now() + wait_of(got));
        };
        wires_.send(when, one.address, posted(one), told);
    }

    void acknowledge(citizen& one, swarm_answer const& got, moment first)
    {
        constexpr std::string_view mark = "number=";
        auto const where = got.header("Location");
        auto const at = where.find(mark);
        auto const receipt = at == std::string::npos
                                 ? std::nullopt
                                 : web::receipt_in(where.substr(
                                       at + mark.size(), where.find('&') - at - mark.size()));
        if (!receipt)
            throw std::runtime_error("no receipt in " + where);
        if (!one.receipt.empty()) {
            if (*receipt != one.receipt)
                throw std::runtime_error("the same form sent again gave another receipt");
            one.repeated = true;
            return;
        }
        one.receipt = *receipt;
        one.acknowledged = clock::now();
        one.ms = std::chrono::duration<double, std::milli>(one.acknowledged - first).count();
        if (one.repeats)
            send(one, clock::now());
    }

    static clock::duration wait_of(swarm_answer const& got)
    {
        if (got.status == 0)
            return unanswered;
        auto const said = got.header("Retry-After");
        long long wait = 0;
        std::from_chars(said.data(), said.data() + said.size(), wait);
        if (wait <= 0)
            throw std::runtime_error("a " + std::to_string(got.status) +
                                     " does not say when to come again");
        return std::chrono::seconds(wait);
    }

    burst_terms const& terms_;
    swarm wires_;
    std::string path_;
    std::vector<citizen> people_;
    long long refused_ = 0;
    long long too_often_ = 0;
};

/// Holds the receipts against the record.
void check(std::filesystem::path const& dir, long long on, std::vector<citizen> const& all)
{
    soci::database const at(dir, soci::opening::must_exist);
    soci::reader records(at, engine::clearance::of_the_record());
    soci::comment_shelf shelf(records);
    std::unordered_set<std::string> seen;
    std::unordered_set<long long> numbers;
    for (auto const& one : all) {
        if (one.receipt.empty() || !seen.insert(one.receipt).second)
            throw std::runtime_error("somebody has no receipt, or the one of somebody else");
        auto const kept = shelf.find(one.receipt);
        if (!kept || kept->words != one.words || kept->on.value != on)
            throw std::runtime_error("what receipt " + one.receipt + " stands for is not there");
        if (!numbers.insert(kept->number).second)
            throw std::runtime_error("two comments have one number");
        if (one.repeats && !one.repeated)
            throw std::runtime_error("who sent it again was not answered");
    }
    auto const kept = shelf.count({on}, {});
    if (kept != static_cast<long long>(all.size()))
        throw std::runtime_error("the record has " + std::to_string(kept) + " comments for " +
                                 std::to_string(all.size()) + " receipts");
}

double megabytes(long long kilobytes)
{
    return static_cast<double>(kilobytes) / 1024;
}

std::string pages_in_words(official::times const& of, official::times const& before)
{
    return in_words(of.p95_ms) + " (" + in_words(of.p95_ms / std::max(before.p95_ms, 1e-3)) + ")";
}

class burst_run {
public:
    burst_run(burst_terms const& terms, engine::law_in_force law, engine::instant now, report& out)
        : terms_(terms), at_(open_consultation(terms.dir, law, now)), out_(out),
          server_(terms.juece, terms.dir, terms.log, {}, options_of(terms)),
          port_(server_.wait_for_port())
    {
        if (port_ == 0)
            throw std::runtime_error("the server does not come up; see " + terms.log.string());
        watcher_ = std::make_unique<official>(
            port_, at_.people.clerk,
            std::vector<std::string>{"/cases/" + std::to_string(at_.on), "/", "/cases"});
    }

    void measure()
    {
        out_.line("Comments through the form of the public, " +
                  std::string(terms_.behind_gateway
                                  ? "over kept connections of a gateway that names"
                                  : "each over a connection of its own, from") +
                  " up to " + in_words(static_cast<double>(terms_.addresses)) + " addresses; " +
                  std::to_string(terms_.repeated) +
                  " of a hundred are sent again after their receipt; an official looks at a case, "
                  "a desk and a list meanwhile:");
        out_.line("");
        out_.head({"", "comments", "in s", "acknowledged/s", "p50 / p99 s to the receipt",
                   "CPU µs a comment", "503", "429", "no answer", "most connections",
                   "memory MB, at most", "official p95 ms before", "meanwhile (ratio)", "most",
                   "without a page"});
        rest();
        if (terms_.comments > 0)
            all_at_once();
        if (terms_.steady > 0)
            steadily();
        watcher_.reset();
        server_.stop();
        check(terms_.dir, at_.on, done_);
        out_.line("");
        out_.line("Held against the record afterwards: all " +
                  in_words(static_cast<double>(done_.size())) +
                  " receipts are there once, each with its words, and no comment without one.");
        out_.line("");
    }

private:
    static std::vector<std::string> options_of(burst_terms const& terms)
    {
        if (terms.behind_gateway)
            return {"--trusted-peer", "127.0.0.1"};
        return {};
    }

    /// Looks at the pages while nothing else happens.
    void rest()
    {
        watcher_->so_far();
        std::this_thread::sleep_for(std::chrono::seconds(5));
        before_ = watcher_->so_far();
    }

    void all_at_once()
    {
        public_crowd crowd(terms_, port_, at_.on, 0, terms_.comments);
        crowd.fetch_forms(port_);
        std::this_thread::sleep_for(filling_in);
        rest();
        used_ = processor_time(server_.pid());
        auto const began = clock::now();
        crowd.send_within(terms_.within);
        tell("at once, within " + in_words(terms_.within) + " s", crowd, began);
    }

    void steadily()
    {
        auto const many =
            static_cast<long long>(static_cast<double>(terms_.steady) * terms_.a_second);
        public_crowd crowd(terms_, port_, at_.on, terms_.comments, many);
        rest();
        used_ = processor_time(server_.pid());
        auto const began = clock::now();
        crowd.come_steadily(terms_.a_second);
        tell("for " + in_words(static_cast<double>(terms_.steady)) + " s, " +
                 in_words(terms_.a_second) + " a second, with their forms",
             crowd, began);
    }

    void tell(std::string const& what, public_crowd const& crowd, moment began)
    {
        auto const meanwhile = watcher_->so_far();
        auto const used = processor_time(server_.pid()) - used_;
        auto const took = seconds(crowd.last() - began).count();
        std::vector<double> ms;
        for (auto const& one : crowd.people())
            ms.push_back(one.ms / 1e3);
        auto const many = static_cast<double>(crowd.people().size());
        out_.row({what, in_words(many), in_words(took), in_words(many / took),
                  in_words(percentile(ms, 0.5)) + " / " + in_words(percentile(ms, 0.99)),
                  in_words(1e6 * used / many), std::to_string(crowd.refused()),
                  std::to_string(crowd.called_too_often()), std::to_string(crowd.broken()),
                  std::to_string(crowd.most_open()),
                  in_words(megabytes(memory_of(server_.pid()).most_kb)), in_words(before_.p95_ms),
                  pages_in_words(meanwhile, before_), in_words(meanwhile.most_ms),
                  std::to_string(meanwhile.without) + " of " + std::to_string(meanwhile.pages)});
        done_.insert(done_.end(), crowd.people().begin(), crowd.people().end());
    }

    burst_terms const& terms_;
    consultation at_;
    report& out_;
    tests::server_process server_;
    int port_;
    std::unique_ptr<official> watcher_;
    official::times before_;
    double used_ = 0; ///< processor time of the server when a run began
    std::vector<citizen> done_;
};

} // namespace

void add_options(CLI::App& to, burst_terms& terms)
{
    to.add_option("--comments", terms.comments, "Comments that are sent at once")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    to.add_option("--within", terms.within, "Seconds in which they are sent")
        ->capture_default_str();
    to.add_option("--most-connections", terms.connections,
                  "Connections that the public has at the same time")
        ->check(CLI::Range(1, 60'000))
        ->capture_default_str();
    to.add_option("--addresses", terms.addresses, "Addresses from which they come")
        ->check(CLI::Range(1, 60'000))
        ->capture_default_str();
    to.add_flag("--gateway", terms.behind_gateway,
                "Over kept connections of a proxy that names the addresses");
    to.add_option("--repeated", terms.repeated, "Of a hundred, how many are sent again")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    to.add_option("--steady", terms.steady, "Seconds of the steady run; an hour is 3600; 0: none")
        ->capture_default_str();
    to.add_option("--a-second", terms.a_second, "Comments a second of the steady run")
        ->capture_default_str();
}

void measure_burst(burst_terms const& terms, engine::law_in_force law, engine::instant now,
                   report& out)
{
    burst_run(terms, law, now, out).measure();
}

} // namespace bench
