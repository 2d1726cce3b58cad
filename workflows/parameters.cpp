#include "workflows/parameters.hpp"

#include "workflows/major_decision/parameters.hpp"
#include "workflows/normative_document/parameters.hpp"

namespace workflows {

std::vector<engine::parameter_key> const& declared_parameters()
{
    static std::vector<engine::parameter_key> const all = [] {
        auto keys = major_decision::declared_parameters();
        for (auto const& one : normative_document::declared_parameters())
            keys.push_back(one);
        return keys;
    }();
    return all;
}

} // namespace workflows
