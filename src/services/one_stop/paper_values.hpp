// The values this room tells papers, by name: what templates may use.
#pragma once

#include "engines/documents/examine.hpp"
#include "engines/forms/forms.hpp"

namespace one_stop {

// Of results: what Papers::draft tells.
documents::Supply result_values(const forms::Definition& form);
// Of the slips every procedure shares, by the names of their templates.
std::map<std::string, documents::Supply> slip_values();
// What sentences that all papers share may ask.
documents::Supply office_values();

}  // namespace one_stop
