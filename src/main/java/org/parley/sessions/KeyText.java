package org.parley.sessions;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key pair on the curve P-256 as text: a JSON Web Key (RFC 7517) with both halves, or PEM with the private one. */
final class KeyText {
    private KeyText() {}

    /** A new key pair as a JSON Web Key, in one line. */
    static String make() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE) + "\n";
        } catch (JoseException everyJavaHasThisCurve) {
            throw new IllegalStateException(everyJavaHasThisCurve);
        }
    }

    /** @throws GeneralSecurityException if this is no such key, or only half of one, or two halves that do not fit */
    static KeyPair read(String text) throws GeneralSecurityException {
        KeyPair pair = text.stripLeading().startsWith("{") ? webKey(text) : PemKey.read(text);
        if (!fits(pair)) {
            throw new GeneralSecurityException("the public half belongs to another key");
        }
        return pair;
    }

    private static KeyPair webKey(String json) throws GeneralSecurityException {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(json);
            if (key.getPrivateKey() == null || !onCurve(key.getPublicKey())) {
                throw new GeneralSecurityException("no private key on P-256");
            }
            return new KeyPair(key.getPublicKey(), key.getPrivateKey());
        } catch (JoseException malformed) {
            throw new GeneralSecurityException(malformed);
        }
    }

    private static boolean onCurve(PublicKey key) {
        return key instanceof ECPublicKey point
                && EllipticCurves.P_256.equals(
                        EllipticCurves.getName(point.getParams().getCurve()));
    }

    /** Whether the two keys belong together. If not, every token that this server signs would be refused. */
    static boolean fits(KeyPair pair) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        return signature.verify(signed);
    }
}
