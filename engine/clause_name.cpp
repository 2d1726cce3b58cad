#include "engine/clause_name.hpp"

#include <cctype>

namespace engine {

std::string without_namespaces(std::string_view qualified)
{
    auto const part_of_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    };
    std::string kept;
    for (std::size_t i = 0; i < qualified.size();) {
        constexpr std::string_view anonymous[] = {"(anonymous namespace)", "{anonymous}",
                                                  "<unnamed>"};
        bool skipped = false;
        for (auto name : anonymous)
            if (qualified.substr(i).starts_with(name)) {
                i += name.size();
                skipped = true;
            }
        if (skipped)
            continue;
        if (qualified.substr(i).starts_with("::")) {
            while (!kept.empty() && part_of_name(kept.back()))
                kept.pop_back();
            i += 2;
            continue;
        }
        kept += qualified[i++];
    }
    return kept;
}

} // namespace engine
