#include "engine/procedure.hpp"

namespace engine {

replay_fault::replay_fault(case_id which, long long at, std::string const& why)
    : std::runtime_error("case " + std::to_string(which.value) + ", act " + std::to_string(at) +
                         ": " + why),
      on(which), seq(at)
{}

} // namespace engine
