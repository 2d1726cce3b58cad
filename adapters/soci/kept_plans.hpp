#ifndef JUECE_ADAPTERS_SOCI_KEPT_PLANS_HPP
#define JUECE_ADAPTERS_SOCI_KEPT_PLANS_HPP

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace adapters::soci {

/// Which statements a session asked lately, and under which names the server keeps what it made of
/// them. What was asked once alone is not kept: filters can be put together in many ways.
class kept_plans {
public:
    explicit kept_plans(std::size_t most) : most_(most) {}

    /// Notes that it is asked: its name if it is kept, an empty one if it was asked before and is
    /// worth keeping from now on, nothing the first time.
    std::optional<std::string> ask(std::string const& text);

    /// A name that no other has.
    std::string next_name() { return "kept_" + std::to_string(++names_); }
    void keep(std::string const& text, std::string name);
    void forget(std::string const& text);

    /// Lets go of what was asked longest ago when there are too many: its name, empty if it was not
    /// kept; nothing while there is room.
    std::optional<std::string> let_go();

private:
    struct entry {
        std::string text;
        std::string name;
    };

    std::size_t most_;
    long long names_ = 0;
    std::list<entry> latest_first_;
    std::unordered_map<std::string_view, std::list<entry>::iterator> by_text_;
};

} // namespace adapters::soci

#endif
