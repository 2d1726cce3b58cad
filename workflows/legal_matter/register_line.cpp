#include "workflows/legal_matter/register_line.hpp"

namespace workflows::legal_matter {

std::optional<register_line> register_line_of(engine::act const& what)
{
    std::vector<engine::field_fault> faults;
    if (what.kind == registration::registered::kind) {
        auto const body = engine::read_body<registration::registered>(what.body, faults);
        return register_line{body.received_on, body.counterparty.value_or(""), body.basis_of_amount,
                             body.amount ? body.amount->fen : 0};
    }
    if (what.kind == registration::amount_corrected::kind) {
        auto const body = engine::read_body<registration::amount_corrected>(what.body, faults);
        return register_line{{}, {}, body.basis_of_amount, body.amount ? body.amount->fen : 0};
    }
    return {};
}

} // namespace workflows::legal_matter
