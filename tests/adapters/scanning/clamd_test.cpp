#include "adapters/documents/document_admission.hpp"
#include "adapters/scanning/clamd.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace adapters::scanning;

namespace {

/// Speaks clamd's side of INSTREAM on a unix socket, for one talk: finds the word "VIRUS".
class stand_in_for_clamd {
public:
    /// `last_words`: said instead of a verdict.
    explicit stand_in_for_clamd(std::filesystem::path const& at, std::string last_words = "")
        : listens_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)),
          instead_(std::move(last_words))
    {
        sockaddr_un place{};
        place.sun_family = AF_UNIX;
        std::strncpy(place.sun_path, at.c_str(), sizeof place.sun_path - 1);
        BOOST_REQUIRE(::bind(listens_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0);
        BOOST_REQUIRE(::listen(listens_, 1) == 0);
        thread_ = std::thread([this] { talk(); });
    }
    ~stand_in_for_clamd()
    {
        ::shutdown(listens_, SHUT_RDWR);
        thread_.join();
        ::close(listens_);
    }

    std::string command, received;

private:
    std::string take(int from, std::size_t size)
    {
        std::string bytes(size, '\0');
        for (std::size_t got = 0; got < size;) {
            auto const n = ::recv(from, bytes.data() + got, size - got, 0);
            if (n <= 0)
                return {};
            got += static_cast<std::size_t>(n);
        }
        return bytes;
    }

    void talk()
    {
        int const line = ::accept(listens_, nullptr, nullptr);
        if (line < 0)
            return;
        command = take(line, 10);
        while (true) {
            auto const head = take(line, 4);
            if (head.size() < 4)
                break;
            std::uint32_t size = 0;
            std::memcpy(&size, head.data(), 4);
            if (size == 0)
                break;
            received += take(line, ntohl(size));
        }
        auto said = instead_.empty() ? received.find("VIRUS") == std::string::npos
                                           ? std::string("stream: OK")
                                           : std::string("stream: Juece.Test.UNOFFICIAL FOUND")
                                     : instead_;
        said.push_back('\0');
        ::send(line, said.data(), said.size(), MSG_NOSIGNAL);
        ::close(line);
    }

    int listens_;
    std::string instead_;
    std::thread thread_;
};

struct context {
    tests::scratch_dir dir;
    std::filesystem::path const file = dir / "upload";
    std::string const address = (dir / "clamd").string();

    adapters::documents::document_admission scanned() const
    {
        return adapters::documents::document_admission(
            {.scanner = clamd_terms{address, std::chrono::seconds(5)}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clamd_test, context)

BOOST_AUTO_TEST_CASE(a_clean_file_is_sent_whole)
{
    std::string bytes;
    while (bytes.size() < 200'000)
        bytes += "第" + std::to_string(bytes.size()) + "条\n";
    tests::write_file(file, bytes);
    stand_in_for_clamd peer(address);
    BOOST_TEST(std::holds_alternative<clean>(scan(file, {address, std::chrono::seconds(5)})));
    BOOST_TEST(peer.command == std::string("zINSTREAM\0", 10));
    BOOST_TEST((peer.received == bytes));
}

BOOST_AUTO_TEST_CASE(a_find_is_named)
{
    tests::write_file(file, "text with a VIRUS in it");
    stand_in_for_clamd const peer(address);
    auto const found = scan(file, {address, std::chrono::seconds(5)});
    BOOST_REQUIRE(std::holds_alternative<infected>(found));
    BOOST_TEST(std::get<infected>(found).signature == "Juece.Test.UNOFFICIAL");
}

BOOST_AUTO_TEST_CASE(an_infected_upload_is_refused_by_name)
{
    tests::write_file(file, "text with a VIRUS in it");
    stand_in_for_clamd const peer(address);
    auto const found = scanned().examine(file, "方案.txt");
    BOOST_REQUIRE(std::holds_alternative<engine::text>(found));
    BOOST_TEST(std::get<engine::text>(found).id == "“{1}”被查出病毒（{2}），没有接收。");
    BOOST_TEST(std::get<engine::text>(found).args[0].id == "方案.txt");
}

BOOST_AUTO_TEST_CASE(without_a_verdict_nothing_is_taken)
{
    tests::write_file(file, "a text");
    // Nobody listens.
    auto const refused = scanned().examine(file, "方案.txt");
    BOOST_REQUIRE(std::holds_alternative<engine::text>(refused));
    BOOST_TEST(std::get<engine::text>(refused).id ==
               "病毒扫描暂时不可用，没有接收“{1}”。请稍后再传。");
    // It listens and says something else.
    stand_in_for_clamd const peer(address, "INSTREAM size limit exceeded. ERROR");
    BOOST_TEST(std::holds_alternative<engine::text>(scanned().examine(file, "方案.txt")));
}

BOOST_AUTO_TEST_CASE(scanning_is_off_unless_it_is_asked_for)
{
    tests::write_file(file, "a text");
    adapters::documents::document_admission const plain({});
    BOOST_TEST(!std::holds_alternative<engine::text>(plain.examine(file, "方案.txt")));
}

BOOST_AUTO_TEST_SUITE_END()
