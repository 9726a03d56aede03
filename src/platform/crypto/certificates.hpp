// A certificate authority and signing certificates for demonstrations and tests.
//
// A real city signs with certificates of the state's or a public authority, on hardware. Ours say
// DEMO in every name and must never stand in an operating system's store of trusted roots.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace crypto {

struct Credential {
  std::string key_pem;
  std::string chain_pem;  // the holder's certificate, then the authority's
};

struct Holder {
  std::string name;          // a person, or an agency; at most 64 characters, cut beyond (X.520)
  std::string organisation;  // the agency; "DEMO" is added
};

// RSA 2048, valid ten years from `from`.
Credential make_demo_authority(std::string_view name, base::Instant from);

// RSA 2048, digitalSignature + nonRepudiation, valid two years from `from`.
Credential issue_demo_certificate(const Credential& authority, const Holder& holder,
                                  base::Instant from);

}  // namespace crypto
