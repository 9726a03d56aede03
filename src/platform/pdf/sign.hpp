// PAdES signatures (B-B: ETSI EN 319 142-1) by appending to a PDF whose fields were prepared.
//
// Signing appends one revision and leaves every earlier byte as it was, so earlier signatures stay
// valid. The order of an administrative paper: the competent person signs, then the clerk gives
// number and date and signs for the agency, in one revision. [law: NĐ 30/2020 Đ.13, Đ.18, PL
// I.II.7-8]
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"

namespace pdf {

enum class Look {
  person,  // blue: the name as written by hand, who and when in small letters
  seal,    // red circle: agency, time; never an emblem
  none,    // the signature does not show
};

// A text written into an empty text field of the same revision.
struct Fill {
  std::string field;
  std::string text;
};

struct Signing {
  std::string field;      // an empty signature field of the PDF: "signature", "seal"
  std::string key_pem;    // of the first certificate
  std::string chain_pem;  // the signer's certificate first, then those above it; at most five
  std::string name;       // as shown: the person, or the agency
  std::string organisation;
  std::string reason;
  base::Instant at;
  Look look = Look::person;
  std::vector<Fill> fills;
};

// The PDF with one more revision, signed. Throws Failure: no such field, field already filled, key
// and certificate do not fit, no PDF of `with_fields`, larger than pdf_bytes_max.
std::string sign(const std::string& pdf, const Signing& signing);

}  // namespace pdf
