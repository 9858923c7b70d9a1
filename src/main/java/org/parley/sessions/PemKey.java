package org.parley.sessions;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import javax.crypto.KeyAgreement;
import org.jose4j.keys.EllipticCurves;

/** A private key as PEM text (PKCS#8), which need not hold the public half: Java and OpenSSL make both kinds. */
final class PemKey {
    private static final ECParameterSpec P256 = EllipticCurves.P256;

    private PemKey() {}

    /**
     * @param text its line ends may be spaces or {@code \n}, as environment variables carry them
     * @throws GeneralSecurityException if this is no private key on the curve P-256
     */
    static KeyPair read(String text) throws GeneralSecurityException {
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new GeneralSecurityException("not PKCS#8");
        }
        try {
            ECPrivateKey key =
                    (ECPrivateKey) KeyUtils.decodePrivateKey(text.replaceAll("\\s", ""), SignatureAlgorithm.ES256);
            if (!EllipticCurves.P_256.equals(
                    EllipticCurves.getName(key.getParams().getCurve()))) {
                throw new GeneralSecurityException("another curve");
            }
            return new KeyPair(publicHalf(key), key);
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException(noBase64);
        }
    }

    /**
     * Computes the public half, which is a point. A key agreement with the curve's base point yields its x. The curve's
     * equation has two y for this x; the right one verifies what the private half signs.
     */
    private static PublicKey publicHalf(ECPrivateKey key) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(publicKey(P256.getGenerator()), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        BigInteger prime = ((ECFieldFp) P256.getCurve().getField()).getP();
        BigInteger y = root(x, prime);
        PublicKey one = publicKey(new ECPoint(x, y));
        return KeyText.fits(new KeyPair(one, key)) ? one : publicKey(new ECPoint(x, prime.subtract(y)));
    }

    /** Some y with y² = x³ + ax + b, where the prime is one less than a multiple of four. */
    private static BigInteger root(BigInteger x, BigInteger prime) {
        EllipticCurve curve = P256.getCurve();
        BigInteger square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
    }

    private static PublicKey publicKey(ECPoint point) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256));
    }
}
