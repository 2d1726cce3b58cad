#include "tests/crash/faulty_house.hpp"

#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <sys/mman.h>

namespace tests {

faulty_house::faulty_house(std::string const& name) : running_house(name)
{
    auto const file = (data.parent_path() / "orders").string();
    int const at = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    BOOST_REQUIRE(at >= 0);
    BOOST_REQUIRE(::ftruncate(at, sizeof(faulty_orders)) == 0); // all zero: nothing is wrong
    void* const shared =
        ::mmap(nullptr, sizeof(faulty_orders), PROT_READ | PROT_WRITE, MAP_SHARED, at, 0);
    ::close(at);
    BOOST_REQUIRE(shared != MAP_FAILED);
    orders_ = static_cast<faulty_orders*>(shared);
}

faulty_house::~faulty_house()
{
    ::munmap(orders_, sizeof(faulty_orders));
}

void faulty_house::start_on_faulty_machine()
{
    start({{"LD_PRELOAD", JUECE_FAULTY_MACHINE},
           {"JUECE_FAULTY_MACHINE", (data.parent_path() / "orders").string()},
           {"JUECE_FAULTY_DISK", data.string()}});
    sign_in();
}

std::string faulty_house::readiness()
{
    http_client wire(port());
    return told(wire.ask("GET", "/readyz"));
}

double faulty_house::count(std::string const& name)
{
    http_client wire(port());
    auto const answer = wire.ask("GET", "/metrics");
    BOOST_REQUIRE_MESSAGE(status_of(answer) == 200, "no metrics: " << told(answer));
    auto const found = count_in(answer->body, name);
    BOOST_REQUIRE_MESSAGE(found.has_value(), "/metrics has no " << name);
    return *found;
}

} // namespace tests
