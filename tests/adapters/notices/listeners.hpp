#ifndef JUECE_TESTS_ADAPTERS_NOTICES_LISTENERS_HPP
#define JUECE_TESTS_ADAPTERS_NOTICES_LISTENERS_HPP

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// The other sides of what leaves the house: a mail server and a receiver of events, on 127.0.0.1.

namespace tests {

/// Answers one connection after the other on a thread of its own.
class listener {
public:
    listener() : takes_(io_, {boost::asio::ip::address_v4::loopback(), 0}) {}
    virtual ~listener() = default;
    listener(listener const&) = delete;
    listener& operator=(listener const&) = delete;

    std::string host() const
    {
        return "127.0.0.1:" + std::to_string(takes_.local_endpoint().port());
    }
    /// How many connections came.
    int calls() const { return calls_; }

protected:
    using stream = boost::asio::ip::tcp::iostream;

    /// At the end of the constructor of what talks, and the other at the begin of its destructor.
    void open()
    {
        thread_ = std::thread([this] { run(); });
    }
    void close()
    {
        closing_ = true;
        boost::asio::ip::tcp::socket wakes(io_);
        boost::system::error_code ignored;
        wakes.connect(takes_.local_endpoint(), ignored);
        thread_.join();
    }

    virtual void talk(stream& with, int call) = 0;

    static std::string line_from(stream& with)
    {
        std::string line;
        std::getline(with, line);
        if (line.ends_with('\r'))
            line.pop_back();
        return line;
    }

private:
    void run()
    {
        while (true) {
            stream with;
            boost::system::error_code fault;
            takes_.accept(with.socket(), fault);
            if (fault || closing_)
                return;
            with.expires_after(std::chrono::seconds(10));
            talk(with, calls_++);
        }
    }

    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor takes_;
    std::atomic<bool> closing_ = false;
    std::atomic<int> calls_ = 0;
    std::thread thread_;
};

/// What a mail server took in.
struct taken_mail {
    std::string from;
    std::string to;
    std::string message;
};

/// Speaks SMTP as far as it is needed.
class mail_listener : public listener {
public:
    /// What is said to the recipient, call by call; 250 afterwards.
    explicit mail_listener(std::vector<std::string> answers = {}) : answers_(std::move(answers))
    {
        open();
    }
    ~mail_listener() override { close(); }

    std::string address() const { return "smtp://" + host(); }
    std::vector<taken_mail> taken()
    {
        std::lock_guard const lock(door_);
        return taken_;
    }

private:
    void talk(stream& with, int call) override
    {
        taken_mail one;
        with << "220 here\r\n" << std::flush;
        for (auto said = line_from(with); with; said = line_from(with)) {
            std::string answer = "250 well";
            if (said.starts_with("MAIL FROM:"))
                one.from = said.substr(10);
            if (said.starts_with("RCPT TO:")) {
                one.to = said.substr(8);
                if (static_cast<std::size_t>(call) < answers_.size())
                    answer = answers_[static_cast<std::size_t>(call)];
            }
            if (said == "QUIT") {
                with << "221 bye\r\n" << std::flush;
                return;
            }
            if (said == "DATA") {
                with << "354 go on\r\n" << std::flush;
                for (auto line = line_from(with); with && line != "."; line = line_from(with))
                    one.message += line + "\n";
                std::lock_guard const lock(door_);
                taken_.push_back(one);
            }
            with << answer << "\r\n" << std::flush;
        }
    }

    std::vector<std::string> answers_;
    std::mutex door_;
    std::vector<taken_mail> taken_;
};

struct taken_post {
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// Takes what is posted.
class post_listener : public listener {
public:
    /// The statuses of the answers, call by call; 204 afterwards.
    explicit post_listener(std::vector<int> statuses = {}) : statuses_(std::move(statuses))
    {
        open();
    }
    ~post_listener() override { close(); }

    std::string address() const { return "http://" + host() + "/events"; }
    std::vector<taken_post> taken()
    {
        std::lock_guard const lock(door_);
        return taken_;
    }

private:
    void talk(stream& with, int call) override
    {
        taken_post one;
        line_from(with); // POST /events HTTP/1.1
        for (auto line = line_from(with); !line.empty(); line = line_from(with)) {
            auto const colon = line.find(": ");
            auto name = line.substr(0, colon);
            for (auto& c : name)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            one.headers[name] = line.substr(colon + 2);
        }
        one.body.resize(std::stoul("0" + one.headers["content-length"]));
        with.read(one.body.data(), static_cast<std::streamsize>(one.body.size()));
        {
            std::lock_guard const lock(door_);
            taken_.push_back(one);
        }
        auto const status = static_cast<std::size_t>(call) < statuses_.size()
                                ? statuses_[static_cast<std::size_t>(call)]
                                : 204;
        with << "HTTP/1.1 " << status << " said\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
             << std::flush;
    }

    std::vector<int> statuses_;
    std::mutex door_;
    std::vector<taken_post> taken_;
};

} // namespace tests

#endif
